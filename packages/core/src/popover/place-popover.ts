const MARGIN = 8;

/**
 * Puts an open popover below its anchor, starting where the anchor starts; above it, or further in, where the window
 * has no room. Popovers stand in the top layer, where neither the page's overflow nor its z-index can hide them.
 */
export function placePopover(popover: HTMLElement, anchor: Pick<Element, 'getBoundingClientRect'>): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const start = getComputedStyle(popover).direction === 'rtl' ? right - width : left;
  const below = bottom + MARGIN + height <= clientHeight || top < height + MARGIN;
  Object.assign(popover.style, {
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    left: `${Math.max(MARGIN, Math.min(start, clientWidth - width - MARGIN))}px`,
    top: `${Math.max(MARGIN, below ? bottom + MARGIN / 2 : top - height - MARGIN / 2)}px`,
  });
}
