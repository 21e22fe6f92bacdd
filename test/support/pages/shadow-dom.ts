import { sendKeys } from '@web/test-runner-commands';

/** The elements below `root`, through shadow roots, that `selector` matches. */
export function findAll<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] {
  const found = [...root.querySelectorAll<T>(selector)];
  const hosts = [...(root instanceof Element ? [root] : []), ...root.querySelectorAll('*')];
  for (const { shadowRoot } of hosts) if (shadowRoot) found.push(...findAll<T>(shadowRoot, selector));
  return found;
}

/** Whether an element takes any room on the page. */
export const isShown = (element: Element | undefined): boolean => !!element?.getClientRects().length;

/** The element that has the keyboard, however deep; the body when none has. */
export function focused(): HTMLElement {
  let element = document.activeElement as HTMLElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
  return element;
}

/** Whether an element has the keyboard. A boolean, because a failed comparison of elements keeps the browser busy for ever. */
export const hasFocus = (element: Element | undefined): boolean => focused() === element;

/** What screen readers were last told. */
export const announced = (): string =>
  textOf(
    findAll(document.documentElement, 'parvis-announcer')[0]?.shadowRoot?.querySelector('[role=status]') ?? undefined,
  );

/** Text as one reads it: without the white space of templates. */
export const textOf = (element: Element | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a person reads in an element: its text through shadow roots, without what is not shown. */
export function readText(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return [...node.childNodes].map(read).join('');
    if (node.localName === 'style' || getComputedStyle(node).display === 'none') return '';
    const nodes = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : [];
    const children = nodes.length ? nodes : (node.shadowRoot ?? node).childNodes;
    const text = [...children].map(read).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
  };
  return read(element).replace(/\s+/g, ' ').trim();
}

/** Presses a key until something has the focus. Gives up, rather than going round for ever. */
export async function pressUntil(key: string, isReached: (focused: HTMLElement) => boolean): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (isReached(focused())) return;
    await sendKeys({ press: key });
  }
  throw new Error(`${key} does not lead there; it has led to "${textOf(focused())}".`);
}
