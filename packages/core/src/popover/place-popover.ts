const MARGIN = 8;

/** What a popover stands beside: an element, or a place that can be measured as one. */
type Anchor = Pick<Element, 'getBoundingClientRect'>;

const anchors = new WeakMap<HTMLElement, Anchor>();

/**
 * Puts an open popover below its anchor, starting where the anchor starts; above it, or further in, where the window
 * has no room. It stays there until it closes, whatever is scrolled or grows. Popovers stand in the top layer, where
 * neither the page's overflow nor its z-index can hide them.
 *
 * Not by anchors in CSS: those let what has room neither above nor below stand outside of the window.
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
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = windowSize();
  const start = getComputedStyle(popover).direction === 'rtl' ? right - width : left;
  const [above, below] = [top, clientHeight - bottom];
  const y = height + MARGIN <= below || below > above ? bottom + MARGIN / 2 : top - height - MARGIN / 2;
  const within = (position: number, length: number, limit: number) =>
    Math.max(MARGIN, Math.min(position, limit - length - MARGIN)) / zoomOf(popover);
  Object.assign(popover.style, {
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    left: `${within(start, width, clientWidth)}px`,
    top: `${within(y, height, clientHeight)}px`,
  });
}

/** Without scroll bars, in the pixels of `getBoundingClientRect`. */
function windowSize() {
  const root = document.scrollingElement ?? document.documentElement;
  const zoom = zoomOf(document.documentElement);
  return { clientWidth: root.clientWidth * zoom, clientHeight: root.clientHeight * zoom };
}

/** How much larger a zoom of the page makes each length that is said in a style. */
function zoomOf(element: HTMLElement): number {
  const zoom = element.getBoundingClientRect().width / element.offsetWidth;
  // Lengths of elements are whole numbers: what differs by no more is no zoom.
  return Math.round(zoom * 50) / 50 || 1;
}
