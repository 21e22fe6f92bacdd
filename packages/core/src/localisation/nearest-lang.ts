/** The nearest ancestor of `element`, including itself, that matches `selector`; crosses shadow roots. */
export function closestComposed(element: Element, selector: string): Element | null {
  for (let node: Element | undefined = element; node;) {
    const found = node.closest(selector);
    if (found) return found;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return null;
}

/** Language, script and region; on a page that the browser translates, of the original language: `de-x-mtfrom-fr`. */
const TAG = /^(.*mtfrom-)?\s*([a-z]{2,3}([-_][a-z]{4})?([-_][a-z]{2})?)(?![a-z\d])/i;

/**
 * The language of an element: the `lang` of its nearest ancestor that has one, else the browser's. Pages often have invalid
 * values there (`fr_FR`, `{{lang}}`, `auto`), for which `Intl` throws: the valid part of them is used.
 */
export function nearestLang(element: Element): string {
  const tag = TAG.exec(closestComposed(element, '[lang]')?.getAttribute('lang') ?? '') ?? TAG.exec(navigator.language);
  return tag?.[2]!.replaceAll('_', '-') ?? 'en';
}
