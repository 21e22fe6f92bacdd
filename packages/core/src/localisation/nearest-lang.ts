/** The nearest ancestor of `element`, itself first, that `selector` matches; shadow roots are crossed. */
export function closestComposed(element: Element, selector: string): Element | null {
  for (let node: Element | undefined = element; node;) {
    const found = node.closest(selector);
    if (found) return found;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return null;
}

/** Language, writing and region; in a page that the browser translates, those from which it does: `de-x-mtfrom-fr`. */
const TAG = /^(.*mtfrom-)?\s*([a-z]{2,3}([-_][a-z]{4})?([-_][a-z]{2})?)(?![a-z\d])/i;

/**
 * The language that an element stands in, as its nearest ancestor with `lang` says, else the browser's. What pages write
 * there is often none (`fr_FR`, `{{lang}}`, `auto`), and `Intl` throws: what can be understood of it counts.
 */
export function nearestLang(element: Element): string {
  const tag = TAG.exec(closestComposed(element, '[lang]')?.getAttribute('lang') ?? '') ?? TAG.exec(navigator.language);
  return tag?.[2]!.replaceAll('_', '-') ?? 'en';
}
