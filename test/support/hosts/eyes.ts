/** How to find something on a page: selectors, each to be found somewhere below the one before, shadow roots and frames included. */
export type Path = string;

/** What people see of a page, however deep it stands. Made in the page itself, of which this module knows nothing. */
export interface Eyes {
  /** All elements of a path, in the order in which one reads them. */
  all(path: Path): HTMLElement[];
  /** Those of them that take room on the page, and read so. */
  shown(path: Path, text?: string): HTMLElement[];
  /** Everything below. */
  below(root: ParentNode): Element[];
  /** What has the keyboard. */
  focused(): Element;
  /** Where an element is in the window, also one in a frame. */
  box(element: Element): DOMRect;
  /** What is at a point of the window. */
  at(x: number, y: number): Element | null;
  /** An element, its shadow host, that one's host … */
  around(element: Element): Element[];
}

/** Is sent to the page as text: it may use nothing that is outside of it. */
export function openEyes(): Eyes {
  const frameOf = (element: Element) => (element.localName === 'iframe' ? (element as HTMLIFrameElement) : null);
  const inside = (element: Element): (ParentNode | null | undefined)[] => [
    element.shadowRoot,
    frameOf(element)?.contentDocument,
  ];
  const below = (root: ParentNode): Element[] => {
    const within = 'localName' in root ? inside(root as Element) : [];
    const found: Element[] = [];
    for (const start of [...within, root]) {
      for (const element of start?.querySelectorAll('*') ?? []) {
        found.push(element);
        for (const next of inside(element)) if (next) found.push(...below(next));
      }
    }
    return found;
  };
  const all = (path: Path) =>
    path
      .split(' >> ')
      .reduce<ParentNode[]>(
        (roots, selector) => roots.flatMap((root) => below(root).filter((element) => element.matches(selector))),
        [document],
      ) as HTMLElement[];
  const read = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');
  const focused = (root: DocumentOrShadowRoot = document): Element => {
    const element = root.activeElement ?? document.body;
    const next = element.shadowRoot ?? frameOf(element)?.contentDocument;
    return next?.activeElement ? focused(next) : element;
  };
  // Safari says boxes in the zoomed pixels of the element, less what the page is scrolled in those of the window.
  const zoomOf = (element: Element): number =>
    'currentCSSZoom' in element
      ? 1
      : around(element).reduce((zoom, each) => zoom * (Number(getComputedStyle(each).zoom) || 1), 1);
  const box = (element: Element): DOMRect => {
    const { scrollX, scrollY } = element.ownerDocument.defaultView!;
    const rect = element.getBoundingClientRect();
    const zoom = zoomOf(element);
    const [x, y] = [(rect.x + scrollX) * zoom - scrollX, (rect.y + scrollY) * zoom - scrollY];
    const [width, height] = [rect.width * zoom, rect.height * zoom];
    const frame = element.ownerDocument.defaultView?.frameElement;
    if (!frame) return new DOMRect(x, y, width, height);
    const outer = frame.getBoundingClientRect();
    return new DOMRect(x + outer.x + frame.clientLeft, y + outer.y + frame.clientTop, width, height);
  };
  const at = (x: number, y: number, root: DocumentOrShadowRoot = document): Element | null => {
    const element = root.elementFromPoint(x, y);
    const frame = element && frameOf(element);
    if (frame?.contentDocument) {
      const outer = frame.getBoundingClientRect();
      return at(x - outer.x - frame.clientLeft, y - outer.y - frame.clientTop, frame.contentDocument);
    }
    return element?.shadowRoot && element.shadowRoot !== root ? (at(x, y, element.shadowRoot) ?? element) : element;
  };
  const around = (element: Element): Element[] => {
    const parents: Element[] = [];
    for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
      if ('localName' in node) parents.push(node as Element);
    }
    return parents;
  };
  return {
    all,
    shown: (path, text = '') =>
      all(path).filter((element) => element.getClientRects().length > 0 && read(element).includes(text)),
    below,
    focused: () => focused(),
    box,
    at: (x, y) => at(x, y),
    around,
  };
}
