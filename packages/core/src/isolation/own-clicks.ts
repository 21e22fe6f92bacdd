import { closestComposed } from '../localisation/nearest-lang.js';

/**
 * Stops clicks below a shadow root before they reach what contains the widget: a card that is one link, a label, the
 * summary of a disclosure. Only the widget handles such clicks; its own links still work.
 */
export function ownClicks(root: EventTarget): void {
  for (const type of ['click', 'auxclick']) root.addEventListener(type, own);
}

function own(event: Event): void {
  const outside = closestComposed((event.currentTarget as ShadowRoot).host, 'a, label, summary');
  if (!outside) return;
  event.stopPropagation();
  const target = event.composedPath()[0] as Element;
  // A label inside the widget does not stop the browser from following the link around it.
  if (closestComposed(target, outside.matches('a') ? 'a, summary' : 'a, label, summary') === outside)
    event.preventDefault();
}
