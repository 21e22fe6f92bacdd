import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the keyboard, as a screen reader would name it. */
export interface Focused {
  tag: string;
  role: string;
  name: string;
  value: string;
  pressed: string | null;
}

const furthest = 400;
const timeout = 8_000;

/** Somebody who has no mouse. After each key, something must have the focus, and be seen to have it. */
export class Keyboard {
  readonly #page: Page;
  #last = 'nothing';

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<Focused> {
    for (const key of keys) await this.#page.keyboard.press(key);
    return this.focused();
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Goes on by Tab, or another key, until what has the focus is named like this. */
  async goTo(name: RegExp | string, key = 'Tab'): Promise<Focused> {
    const isThere = ({ name: now }: Focused) => (typeof name === 'string' ? now === name : name.test(now));
    const passed: string[] = [];
    for (let i = 0; i < furthest; i++) {
      const focused = await this.press(key);
      if (isThere(focused)) return focused;
      passed.push(focused.name);
    }
    throw new Error(`${key} does not lead to ${String(name)}, but past ${passed.slice(0, 60).join(' | ')}`);
  }

  /** Waits until what has the focus is named like this: some of it comes with the click. */
  async arrivesAt(name: RegExp | string): Promise<Focused> {
    const isThere = (now: string) => (typeof name === 'string' ? now === name : name.test(now));
    for (const end = Date.now() + timeout; ; await this.#page.waitForTimeout(20)) {
      const now = await this.#describe();
      if (isThere(now.name)) break;
      if (Date.now() > end) assert.fail(`The keyboard is not at ${String(name)}, but at ${JSON.stringify(now)}`);
    }
    return this.focused();
  }

  /** What has the focus; it must be something that can be seen. */
  async focused(): Promise<Focused> {
    const focused = await this.#describe();
    assert.notEqual(focused.tag, 'body', `the focus is lost, after ${this.#last}`);
    assert.ok(focused.isSeen, `nothing shows that ${focused.tag} "${focused.name}" has the focus`);
    this.#last = `${focused.tag} "${focused.name}"`;
    return focused;
  }

  #describe(): Promise<Focused & { isSeen: boolean }> {
    return this.#page.evaluate(describeFocused);
  }
}

function describeFocused(): Focused & { isSeen: boolean } {
  let element = document.activeElement as HTMLElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const labelledBy = element.getAttribute('aria-labelledby');
  const root = element.getRootNode() as Document | ShadowRoot;
  const name =
    element.ariaLabel ?? label ?? (labelledBy && root.getElementById(labelledBy)?.textContent) ?? element.textContent;
  // A link whose whole line leads there marks that.
  const isMarked = (marked: Element): boolean =>
    [null, '::after'].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(marked, part);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
  // The composer's frame and the finder's field show it for the field inside of them.
  const frame = element.closest('.frame, .field');
  // What opens and takes the focus as a whole is itself what is seen.
  const isWhole = element.matches('section, [role=dialog]');
  return {
    tag: element.localName,
    role: element.role ?? '',
    name: name.replace(/\s+/g, ' ').trim(),
    value: (element as HTMLInputElement).value ?? '',
    pressed: element.ariaPressed,
    isSeen: isWhole || isMarked(element) || (!!frame && isMarked(frame)),
  };
}
