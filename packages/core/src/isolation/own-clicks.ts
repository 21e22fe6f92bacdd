import { closestComposed } from '../localisation/nearest-lang.js';

/**
 * Keeps the clicks below a shadow root from what its widget stands in: a card that is one link, a label, the summary of a disclosure. What a
 * click in there is for, only the widget knows; its own links are followed.
 */
export function ownClicks(root: EventTarget): void {
  for (const type of ['click', 'auxclick']) root.addEventListener(type, own);
}

function own(event: Event): void {
  const outside = closestComposed((event.currentTarget as ShadowRoot).host, 'a, label, summary');
  if (!outside) return;
  event.stopPropagation();
  const target = event.composedPath()[0] as Element;
  // A label of ours does not keep the browser from following the link around it.
  if (closestComposed(target, outside.matches('a') ? 'a, summary' : 'a, label, summary') === outside)
    event.preventDefault();
}
