const MARGIN = 8;

/** What a popover stands beside: an element, or a place that can be measured as one. */
export type Anchor = Pick<Element, 'getBoundingClientRect'>;

const anchors = new WeakMap<HTMLElement, Anchor>();

/**
 * Puts an open popover below its anchor, starting where the anchor starts; above it, or further in, where the window
 * has no room. It stays there until it closes, whatever is scrolled or grows. Popovers stand in the top layer, where
 * neither the page's overflow nor its z-index can hide them.
 *
 * Not by anchors in CSS: docs/decisions/0019-what-we-write-ourselves.md says why.
 */
export function placePopover(popover: HTMLElement, anchor: Anchor): void {
  const isFollowing = anchors.has(popover);
  anchors.set(popover, anchor);
  place(popover, anchor);
  if (!isFollowing) follow(popover);
}

function follow(popover: HTMLElement): void {
  const closed = new AbortController();
  const { signal } = closed;
  const placeAgain = () => {
    if (popover.matches(':popover-open')) return place(popover, anchors.get(popover)!);
    // Also where it was taken out of the page, of which no event tells.
    anchors.delete(popover);
    sizes.disconnect();
    closed.abort();
  };
  const sizes = new ResizeObserver(placeAgain);
  for (const element of [popover, document.documentElement, document.body]) sizes.observe(element);
  addEventListener('scroll', placeAgain, { capture: true, passive: true, signal });
  addEventListener('resize', placeAgain, { signal });
  popover.addEventListener('toggle', placeAgain, { signal });
}

function place(popover: HTMLElement, anchor: Anchor): void {
  const { top, bottom, left, right, height: size } = anchor.getBoundingClientRect();
  // An anchor that has just been replaced is nowhere.
  if (!size) return;
  const { style } = popover;
  Object.assign(style, { position: 'fixed', inset: '0 auto auto 0', margin: '0' });
  // Beneath a zoom of the page, browsers differ in what they call a pixel, and Safari in where the window begins. Seen from
  // the popover, which now stands where the window begins, all of them say the same.
  const corner = popover.getBoundingClientRect();
  const zoom = zoomOf(popover);
  const { direction, right: besides, bottom: beneath } = getComputedStyle(popover);
  const [width, height] = [corner.width / zoom, corner.height / zoom];
  const limit = { x: width + parseFloat(besides), y: height + parseFloat(beneath) };
  const x = (position: number) => (position - corner.left) / zoom;
  const y = (position: number) => (position - corner.top) / zoom;

  const start = direction === 'rtl' ? x(right) - width : x(left);
  const [above, below] = [y(top), limit.y - y(bottom)];
  const fitsBelow = height + MARGIN <= below || below > above;
  style.left = `${within(start, width, limit.x)}px`;
  style.top = `${within(fitsBelow ? y(bottom) + MARGIN / 2 : y(top) - height - MARGIN / 2, height, limit.y)}px`;
}

/** The position of something of this length that is nearest to the one wanted, and in the window. */
function within(position: number, length: number, limit: number): number {
  return Math.max(MARGIN, Math.min(position, limit - length - MARGIN));
}

/** How much larger a zoom of the page makes each length that is said in a style. */
function zoomOf(element: HTMLElement): number {
  const zoom = element.getBoundingClientRect().width / element.offsetWidth;
  // Lengths of elements are whole numbers: what differs by no more is no zoom.
  return Math.round(zoom * 50) / 50 || 1;
}
