/** The version of this copy, named when a page loads two copies of Parvis. */
export const VERSION = '0.1.0';

const versions = new WeakMap<CustomElementConstructor, string>();

/**
 * Registers a tag. `customElements.define` throws if another copy of Parvis has registered it, which would end the whole
 * script. Here the first copy wins, and a warning names both.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (existing) {
    if (existing !== element) {
      console.warn(
        `<${tag}> is registered already (${versions.get(existing) ?? 'another copy'}); ${VERSION} leaves it.`,
      );
    }
    return;
  }
  versions.set(element, VERSION);
  customElements.define(tag, element);
}
