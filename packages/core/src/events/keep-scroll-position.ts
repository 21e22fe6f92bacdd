let isKeeping = false;

/**
 * Changes a list on screen while what people read or write stays where it is on their screen. Browsers do so by
 * themselves in part (`overflow-anchor`): not Safari, not at the top of a page, and not where a page has forbidden it.
 * @param host - the element that holds the list
 */
export function keepScrollPosition(host: Element, change: () => void): void {
  const edge = isKeeping ? undefined : edgeToKeep(host);
  change();
  if (!edge) return;
  const before = edge();
  isKeeping = true;
  // By then all that is new has its size, and nothing of it has been seen.
  requestAnimationFrame(() => {
    isKeeping = false;
    scrollUntil(scrollerOf(host), () => edge() - before);
  });
}

/** Scrolls until nothing is left to go. */
function scrollUntil(scroller: Element, distance: () => number): void {
  const far = distance();
  if (Math.abs(far) < 1) return;
  scroller.scrollBy({ top: far, behavior: 'instant' });
  // Beneath a zoom of the page, what is scrolled and what is seen are counted in pixels of different size.
  const rest = distance();
  const wasScrolled = far - rest;
  if (Math.abs(rest) >= 1 && wasScrolled) scroller.scrollBy({ top: (rest * far) / wasScrolled, behavior: 'instant' });
}

/** Where the keyboard is, else the first item in sight, else the end of a list that stands above it all. */
function edgeToKeep(host: Element): (() => number) | undefined {
  const inSight = (element: Element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  };
  const focused = deepFocus();
  if (focused && inSight(focused)) return () => focused.getBoundingClientRect().top;
  const end = () => host.getBoundingClientRect().bottom;
  if (end() < innerHeight / 2) return end;
  const item = [...(host.shadowRoot?.querySelectorAll('li, [role=feed] > *') ?? [])].find(inSight);
  return item && (() => item.getBoundingClientRect().top);
}

function deepFocus(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return !element || element === document.body ? undefined : element;
}

function scrollerOf(element: Element): Element {
  for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
    const { overflowY } = getComputedStyle(parent);
    if (/auto|scroll/.test(overflowY) && parent.scrollHeight > parent.clientHeight && parent !== document.body)
      return parent;
  }
  return document.scrollingElement ?? document.documentElement;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
