import type { ParvisError } from '../client/parvis-error.js';

/** Logs, in the console, why the server rejected a request and which of the page's tags sent it. */
export function explainInvalid({ message }: ParvisError, element: Element): void {
  let tag = element;
  for (let root = tag.getRootNode(); root instanceof ShadowRoot; root = tag.getRootNode()) {
    if (!root.host.localName.startsWith('parvis-')) break;
    tag = root.host;
  }
  console.error(`Parvis: the server rejected the request of this tag: ${message}`, tag);
}
