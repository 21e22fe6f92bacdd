import '@parvis/follow-button/parvis-follow-button.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { FollowButtonElement, FollowChangedEvent } from '@parvis/follow-button';
import { press } from './keyboard.js';
import { findAll, hasFocus, isShown, textOf } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Partial<Record<'subject' | 'person' | 'group' | 'variant' | 'lang' | 'dir', string>>;

/** A follow button, worked as a person does. */
export class FollowButtonPage {
  /** What the button has told the page: each is in the server's database. */
  readonly saved: FollowChangedEvent[] = [];

  constructor(readonly element: FollowButtonElement) {
    element.addEventListener('parvis-follow-changed', (event) => this.saved.push(event));
  }

  /** Puts follow buttons side by side on one page; does not wait for what is in them. */
  static async openAll(...all: Attributes[]): Promise<FollowButtonPage[]> {
    const elements = all.map(({ lang = 'en', dir = 'ltr', ...attributes }) => {
      const element = document.createElement('parvis-follow-button');
      for (const [name, value] of Object.entries({ lang, dir, ...attributes })) element.setAttribute(name, value);
      return element;
    });
    await fixture<HTMLElement>(html`<main>${elements}</main>`);
    return elements.map((element) => new FollowButtonPage(element));
  }

  static async open(attributes: Attributes = {}): Promise<FollowButtonPage> {
    return (await FollowButtonPage.openAll(attributes))[0]!;
  }

  /** Opens a follow button and waits until it can be pressed. */
  static async ready(attributes: Attributes = {}): Promise<FollowButtonPage> {
    const page = await FollowButtonPage.open(attributes);
    await page.until(() => page.button, 'there is a button');
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  readonly until = until;

  /** Waits until the server has taken `count` changes since this button was opened. */
  async untilSaved(count = 1): Promise<void> {
    await this.until(() => this.saved.length === count, `${count} saved`);
  }

  /** Waits until the button says this. */
  async untilSays(label: string): Promise<void> {
    await this.until(() => this.button && this.label === label, `it says ${label}`);
  }

  get button(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('[part=follow]')!;
  }

  get label(): string {
    return textOf(this.button);
  }

  get isPressed(): boolean {
    return this.button.ariaPressed === 'true';
  }

  get isLoading(): boolean {
    return !!this.find('.skeleton');
  }

  get notice(): string {
    return textOf(this.find('[part=notice]'));
  }

  /** What the notice offers to do. */
  get action(): HTMLElement | undefined {
    return this.find('[part=action]');
  }

  /** What the menu offers, while it is open. */
  get items(): HTMLButtonElement[] {
    return findAll<HTMLButtonElement>(this.element, '[role^=menuitem]').filter(isShown);
  }

  get itemLabels(): string[] {
    return this.items.map(textOf);
  }

  /** The item that is chosen. */
  get checked(): string {
    return this.items
      .filter(({ ariaChecked }) => ariaChecked === 'true')
      .map(textOf)
      .join();
  }

  /** The item that has the keyboard. */
  get focusedItem(): string {
    return textOf(this.items.find(hasFocus));
  }

  /** Opens the menu with a key on the button. */
  async openMenu(key = 'Enter'): Promise<void> {
    this.button.focus();
    await press(key);
    await this.until(() => this.focusedItem, 'the keyboard is in the menu');
  }

  /** Chooses in the menu, which must be open. */
  choose(label: string): void {
    this.items.find((item) => textOf(item) === label)!.click();
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return findAll<T>(this.element, selector)[0];
  }
}
