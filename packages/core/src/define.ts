/** This copy's version, named when two copies of Parvis meet on one page. */
export const VERSION = '0.1.0';

const versions = new WeakMap<CustomElementConstructor, string>();

/**
 * Registers a tag. `customElements.define` throws where another copy of Parvis came first, and would end the whole
 * script; the first copy wins, and a warning names both.
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
