import type { ParvisError } from '../client/parvis-error.js';

/** Says in the console what is wrong with what the page asks for, and which of its tags asks. */
export function explainInvalid({ message }: ParvisError, element: Element): void {
  let tag = element;
  for (let root = tag.getRootNode(); root instanceof ShadowRoot; root = tag.getRootNode()) {
    if (!root.host.localName.startsWith('parvis-')) break;
    tag = root.host;
  }
  console.error(`Parvis: the server does not take what this tag asks for: ${message}`, tag);
}
