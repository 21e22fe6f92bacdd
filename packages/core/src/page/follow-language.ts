// Loaded when the page is idle.
import { localised } from '../localisation/locale-controller.js';

/** Lets widgets follow a page that switches its language. */
export function followLanguage(): void {
  const look = () => localised.forEach((host) => host.requestUpdate());
  new MutationObserver(look).observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  // It may have done so before.
  look();
}
