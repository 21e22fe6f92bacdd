import { setTimeout as delay } from 'node:timers/promises';
import type { Visitor } from './visitor.ts';

/** What somebody else can notice of a page: how each of its elements looks and where it is, and what its scripts find. */
export interface Footprint {
  /** Element by element, in their order: all computed values. */
  styles: [element: string, values: string][];
  /** Element by element: where it is, as far as that does not follow from how much we show. */
  boxes: [element: string, box: string][];
  /** The names of the window, and what stands behind those that are functions. */
  globals: string[];
  /** What is in the head, and styles that were added otherwise. */
  head: string[];
  /** How far the page can be scrolled sideways, and down where our tags have a place of fixed size. */
  scroll: string;
}

/** The footprint of a page, our own elements left out; the same where we are and where our tags are unknown ones. */
export async function footprint(visitor: Visitor): Promise<Footprint> {
  await visitor.see(() => {
    // Where one has scrolled to, what has the focus and what is on its way are no look.
    for (const element of document.querySelectorAll('*')) element.scrollTo({ top: 0, behavior: 'instant' });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  // What the page does upon it may come some frames later.
  let seen = await look(visitor);
  for (let last = ''; last !== JSON.stringify(seen); seen = await look(visitor)) {
    last = JSON.stringify(seen);
    await delay(60);
  }
  return seen;
}

function look(visitor: Visitor): Promise<Footprint> {
  return visitor.see(({ all, around }) => {
    const isOurs = (element: Element) => /^parvis-/.test(element.localName) || element.matches('script');
    const own = [...document.querySelectorAll('html, body, body *')].filter((element) => !isOurs(element));
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    }
    const free = all('parvis-like-button, parvis-comment-thread, parvis-activity-wall, parvis-people-finder')
      .map((tag) => around(tag).slice(1))
      .filter((parents) => !parents.some((element) => isOurs(element) || element.matches('.fixed')));
    // Its size is ours to change, unless our tags have a place of fixed size; where they share a row, that of others too.
    const grows = (element: Element) =>
      element.localName !== 'html' &&
      (free.some((parents) => parents.includes(element)) || element.closest('.shared') !== null);
    const anyGrows = own.some(grows);
    const size =
      /^(block-size|height|perspective-origin|transform-origin|inset-block-.*|bottom|top|width|inline-size|inset-inline-.*|left|right)$/;
    const names = new Map(
      own.map((element, i) => [
        element,
        `${i} ${element.localName}${element.id && `#${element.id}`} ${element.classList.toString()}`,
      ]),
    );
    const clean = (text: string) => text.replaceAll(location.origin, '');

    const styles = own.map((element): [string, string] => {
      const style = getComputedStyle(element);
      // Sorted: custom properties come in any order.
      const properties = [...style].sort().filter((property) => !anyGrows || !size.test(property));
      return [
        names.get(element)!,
        clean(properties.map((property) => `${property}: ${style.getPropertyValue(property)}`).join(';')),
      ];
    });
    const boxes = own
      .filter((element) => !grows(element))
      .map((element): [string, string] => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [
          names.get(element)!,
          (anyGrows ? [x, width] : [x, y, width, height]).map((n) => n.toFixed(1)).join(' '),
        ];
      });
    const places: [string, object][] = [
      ['window', window],
      ...[History, EventTarget, Node, Element, HTMLElement, Document, Storage, Array, Object, String, Promise].map(
        (type): [string, object] => [`${type.name}.prototype`, type.prototype],
      ),
    ];
    const globals = places.flatMap(([place, object]) =>
      Reflect.ownKeys(object)
        // A frame has no name of its own.
        .filter((key) => typeof key === 'symbol' || !/^\d+$/.test(key))
        .map((key) => {
          const { value } = Object.getOwnPropertyDescriptor(object, key) ?? {};
          return `${place}.${String(key).replace(/\d{6,}/, 'N')}${typeof value === 'function' ? ` ${String(value).length}` : ''}`;
        }),
    );
    const { scrollWidth, scrollHeight, clientWidth } = document.scrollingElement ?? document.documentElement;
    const sheets = document.adoptedStyleSheets.length;
    return {
      styles,
      boxes,
      globals: globals.sort(),
      head: [
        ...[...document.head.children]
          .filter((element) => !element.matches('[rel=modulepreload], [data-setup]'))
          .map((element) => clean(element.outerHTML)),
        `${sheets} adopted sheets`,
      ],
      scroll: anyGrows ? `${Math.max(0, scrollWidth - clientWidth)} px sideways` : `${scrollWidth} x ${scrollHeight}`,
    };
  });
}

/** What Lit leaves on a page, for other copies of itself. */
const marksOfLit = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'].map(
  (name) => `window.${name}`,
);

/** What is otherwise in the second, but for what Lit leaves: for people. */
export function differences(before: Footprint, after: Footprint): string[] {
  const found: string[] = [];
  for (const part of ['styles', 'boxes'] as const) {
    const known = new Map(before[part]);
    const now = new Map(after[part]);
    for (const [element, value] of now) {
      const was = known.get(element);
      if (was === undefined) found.push(`${part}: ${element} is new`);
      else if (was !== value) found.push(`${part}: ${element}: ${changed(was, value)}`);
    }
    for (const element of known.keys()) if (!now.has(element)) found.push(`${part}: ${element} is gone`);
  }
  for (const part of ['globals', 'head'] as const) {
    const known = [...before[part], ...marksOfLit];
    found.push(...after[part].filter((item) => !known.includes(item)).map((item) => `${part}: ${item} is new`));
    found.push(...before[part].filter((item) => !after[part].includes(item)).map((item) => `${part}: ${item} is gone`));
  }
  if (before.scroll !== after.scroll) found.push(`scroll: ${before.scroll} -> ${after.scroll}`);
  const most = 12;
  return found.length > most ? [...found.slice(0, most), `… and ${found.length - most} more`] : found;
}

function changed(was: string, is: string): string {
  const before = new Set(was.split(';'));
  const now = is.split(';').filter((value) => !before.has(value));
  const then = was.split(';').filter((value) => !is.split(';').includes(value));
  return `${then.slice(0, 5).join(', ')} -> ${now.slice(0, 5).join(', ')}`;
}
