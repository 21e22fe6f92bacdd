/** Calls `found` with the tags among `known` that stand in the page, now and later, each tag once. */
export function watchTags(known: string[], found: (tags: string[]) => void): void {
  const waiting = new Set(known);
  const selector = () => [...waiting].join();

  const look = () => {
    if (!waiting.size) return observer.disconnect();
    const tags = new Set([...document.querySelectorAll(selector())].map((element) => element.localName));
    if (!tags.size) return;
    for (const tag of tags) waiting.delete(tag);
    found([...tags]);
  };

  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
