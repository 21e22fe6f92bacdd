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
 * The language that an element stands in, as its nearest ancestor with `lang` says, else the browser's. What pages write
 * there is often none (`fr_FR`, `{{lang}}`, `auto`): what `Intl` understands of it counts, up to the first part that it does not.
 * In a page that the browser translates, the language is that from which it does: `de-x-mtfrom-fr`.
 */
export function nearestLang(element: Element): string {
  for (const lang of [closestComposed(element, '[lang]')?.getAttribute('lang'), navigator.language]) {
    for (const parts = /^(?:.*-x-mtfrom-)?\s*([\w-]*)/.exec(lang ?? '')![1]!.split(/[-_]/); parts.length; parts.pop()) {
      try {
        const [known] = Intl.NumberFormat.supportedLocalesOf(parts.join('-'));
        if (known) return known;
      } catch {
        // Not even the form of a language: without its last part, it may be.
      }
    }
  }
  return 'en';
}
