// Loaded when the page is idle.
import { localised } from '../localisation/locale-controller.js';

/** Updates the widgets when the page switches its language. */
export function followLanguage(): void {
  const look = () => localised.forEach((host) => host.requestUpdate());
  new MutationObserver(look).observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  // The page may have switched before this code arrived.
  look();
}
