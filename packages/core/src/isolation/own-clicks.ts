import { closestComposed } from '../localisation/nearest-lang.js';

/**
 * Keeps the clicks below a shadow root from what its widget stands in: a card that is one link, a label, the summary of a disclosure. What a
 * click in there is for, only the widget knows; its own links are followed.
 */
export function ownClicks(root: EventTarget): void {
  for (const type of ['click', 'auxclick']) root.addEventListener(type, own);
}

function own(event: Event): void {
  const around = (element: EventTarget | null | undefined) => closestComposed(element as Element, 'a, label, summary');
  const outside = around((event.currentTarget as ShadowRoot).host);
  if (!outside) return;
  event.stopPropagation();
  if (around(event.composedPath()[0]) === outside) event.preventDefault();
}
