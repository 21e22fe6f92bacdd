/**
 * Calls `found` with the tags among `known` that stand in the page, now and later, each tag once. Open shadow roots of
 * other components are part of the page where they are there when their element is looked at.
 * @returns what takes in one more root
 */
export function watchTags(known: string[], found: (tags: string[]) => void): (root: Node) => void {
  const seen = new Set<string>();

  const look = (nodes: Node[]) => {
    const tags: string[] = [];
    // The roots that are met on the way come to the end of the same list.
    for (const node of nodes as Element[]) {
      // Documents and shadow roots; what is in them is watched with them.
      if (node.nodeType > 8) observer.observe(node, { childList: true, subtree: true });
      for (const { localName, shadowRoot } of [node, ...(node.querySelectorAll?.('*') ?? [])]) {
        // Our widgets load what is in them, and change it often.
        if (shadowRoot && !localName.startsWith('parvis-')) nodes.push(shadowRoot);
        else if (!seen.has(localName)) {
          seen.add(localName);
          if (known.includes(localName)) tags.push(localName);
          // It has its root by then. What is no name of a component is refused.
          else customElements.whenDefined(localName).then(lookAgain, () => {});
        }
      }
    }
    if (tags.length) found(tags);
  };

  const observer = new MutationObserver((records) => look(records.flatMap(({ addedNodes }) => [...addedNodes])));
  const discover = (root: Node) => look([root]);
  const lookAgain = () => discover(document);
  lookAgain();
  return discover;
}
