import '@parvis/bell/parvis-bell.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { BellElement } from '@parvis/bell';
import { press } from './keyboard.js';
import { SettingsFields } from './settings-fields.js';
import { hasFocus, isShown, textOf } from './shadow-dom.js';

type Attributes = Partial<Record<'badge' | 'lang' | 'dir', string>>;

/** A bell and its list, worked as a person does. */
export class BellPage extends SettingsFields {
  constructor(override readonly element: BellElement) {
    super(element);
  }

  static async open({ lang = 'en', dir = 'ltr', ...attributes }: Attributes = {}): Promise<BellPage> {
    const element = document.createElement('parvis-bell');
    for (const [name, value] of Object.entries({ lang, dir, ...attributes })) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main>${element}</main>`);
    return new BellPage(element);
  }

  /** Opens a bell and waits until it can be pressed. */
  static async ready(attributes: Attributes = {}): Promise<BellPage> {
    const page = await BellPage.open(attributes);
    await page.until(() => page.button, 'there is a bell');
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  get button(): HTMLButtonElement {
    // A bell that is there only after its answer.
    return this.find<HTMLButtonElement>('[part=bell]')!;
  }

  get label(): string {
    return this.button?.ariaLabel ?? '';
  }

  /** The number on it, as it is shown. */
  get count(): string {
    return textOf(this.find('[part=count]'));
  }

  get isLoading(): boolean {
    return !!this.find('.skeleton');
  }

  /** Waits until the bell says so much is new. */
  async untilCounts(count: string): Promise<void> {
    await this.until(() => this.button && this.count === count, `it counts “${count}”`);
  }

  /** Opens the list with the keyboard, and waits until it is there. */
  async openList(): Promise<void> {
    this.button.focus();
    await press('Enter');
    await this.until(() => this.isOpen && !this.findAll('.skeleton').length, 'the list is there');
  }

  get isOpen(): boolean {
    return this.findAll('[popover]').some(isShown);
  }

  /** What each notification says. */
  get texts(): string[] {
    return this.findAll('li .open bdi').map(textOf);
  }

  get unreadTexts(): string[] {
    return this.findAll('li.unread .open bdi').map(textOf);
  }

  get days(): string[] {
    return this.findAll('h3').map(textOf);
  }

  get links(): (string | null)[] {
    return this.findAll('li .open').map((link) => link.getAttribute('href'));
  }

  get empty(): string {
    return textOf(this.find('.empty'));
  }

  get notice(): string {
    return textOf(this.find('[part=notice]'));
  }

  /** Whether the keyboard is in the list. */
  get listHasFocus(): boolean {
    return this.findAll('[popover]').some(hasFocus);
  }

  /** Whether the operating system shows notifications, too. */
  get isOnDesktop(): string | null {
    return this.find('[role=switch]')?.ariaChecked ?? null;
  }

  /** Opens the settings in the list, and waits until they are there. */
  async openSettings(): Promise<void> {
    await this.openList();
    this.press('Choose what reaches me');
    await this.until(() => this.findAll('select').length, 'the settings are there');
  }
}
