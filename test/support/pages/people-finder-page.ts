import '@parvis/people-finder/parvis-people-finder.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { PeopleFinderElement } from '@parvis/people-finder';
import { sendKeys } from '@web/test-runner-commands';
import { findAll, isShown, pressUntil, textOf } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Partial<
  Record<'query' | 'department' | 'location' | 'layout' | 'sync-url' | 'heading-level' | 'lang' | 'dir', string>
>;

/** Opens a people finder and works it as a person does. */
export class PeopleFinderPage {
  constructor(readonly element: PeopleFinderElement) {}

  /** Opens a finder; does not wait for what the server says. */
  static async open({ lang = 'en', dir = 'ltr', ...attributes }: Attributes = {}): Promise<PeopleFinderPage> {
    const element = document.createElement('parvis-people-finder');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main lang=${lang} dir=${dir}>${element}</main>`);
    return new PeopleFinderPage(element);
  }

  /** Opens a finder and waits for the chips of its filters. */
  static async ready(attributes: Attributes = {}): Promise<PeopleFinderPage> {
    const page = await PeopleFinderPage.open(attributes);
    await page.until(() => page.chips.length, 'there are filters');
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  readonly until = until;

  get input(): HTMLInputElement {
    return this.find<HTMLInputElement>('input')!;
  }

  /** Types with the keyboard, key by key. */
  async type(text: string): Promise<void> {
    this.input.focus();
    await sendKeys({ type: text });
  }

  /** Letter by letter, but faster than any machine can be slow. */
  typeAtOnce(text: string): void {
    this.input.focus();
    for (const letter of text) document.execCommand('insertText', false, letter);
  }

  /** Types, and waits for somebody of this name. */
  async search(text: string, name: string): Promise<void> {
    await this.type(text);
    await this.untilFound(name);
  }

  async untilFound(name: string): Promise<void> {
    await this.until(() => this.names.includes(name) && !this.find('.late'), `${name} is found`);
  }

  /** The names found, in order. */
  get names(): string[] {
    return this.rows.map((row) => textOf(row.querySelector('[part=name]')!));
  }

  get rows(): HTMLElement[] {
    return this.all('[role=row]').filter(isShown);
  }

  /** The parts marked in a row. */
  marks(row = 0): string[] {
    return [...(this.rows[row]?.querySelectorAll('mark') ?? [])].map(textOf);
  }

  get chips(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('[part=chip]').filter(isShown);
  }

  chip(value: string): HTMLButtonElement | undefined {
    return this.chips.find((chip) => textOf(chip.querySelector('bdi')!) === value);
  }

  get chosen(): string[] {
    return this.chips
      .filter((chip) => chip.getAttribute('aria-pressed') === 'true')
      .map((chip) => textOf(chip.querySelector('bdi')!));
  }

  get count(): string {
    return textOf(this.all('[part=count]').filter(isShown)[0]);
  }

  /** What is written below the field when there are no results. */
  get invitation(): string {
    return textOf(this.find('.invite'));
  }

  get nobody(): HTMLElement | undefined {
    return this.find('.nobody');
  }

  get skeletons(): number {
    return this.all('.skeleton').filter(isShown).length;
  }

  button(label: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find((button) => isShown(button) && textOf(button) === label);
  }

  get notice(): string {
    return textOf(this.find('[part=notice]'));
  }

  get detail(): HTMLElement | undefined {
    return this.find('section');
  }

  /** The name of the person shown. */
  get person(): string {
    return textOf(this.detail?.querySelector('[part=name]') ?? undefined);
  }

  async untilPerson(name: string): Promise<void> {
    await this.until(() => this.person === name, `${name} is shown`);
  }

  /** The texts of a part of the person shown. */
  detailTexts(selector: string): string[] {
    return [...(this.detail?.querySelectorAll(selector) ?? [])].map(textOf);
  }

  /** Searches for somebody and opens them, by keyboard. */
  async openPerson(query: string, name: string): Promise<void> {
    await this.search(query, name);
    await sendKeys({ press: 'ArrowDown' });
    await pressUntil('ArrowDown', (element) => textOf(element).startsWith(name));
    await sendKeys({ press: 'Enter' });
    await this.untilPerson(name);
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.all<T>(selector)[0];
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return findAll<T>(this.element, selector);
  }
}
