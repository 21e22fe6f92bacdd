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

/**
 * The language that an element stands in, as its nearest ancestor with `lang` says, else the browser's. In a page that the
 * browser translates, that from which it does: `de-x-mtfrom-fr`.
 */
export function nearestLang(element: Element): string {
  const lang = closestComposed(element, '[lang]')?.getAttribute('lang') || navigator.language || 'en';
  return lang.replace(/.*-x-mtfrom-/, '');
}
