import '@parvis/composer/parvis-composer.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { ComposerElement } from '@parvis/composer';
import { press, type } from './keyboard.js';
import { findAll, isShown, textOf } from './shadow-dom.js';
import { until } from './until.js';

interface Surroundings {
  lang?: string;
  dir?: string;
}

/** A composer, worked as a person does. */
export class ComposerPage {
  constructor(readonly element: ComposerElement) {}

  static async open(
    properties: Partial<ComposerElement> = {},
    { lang = 'en', dir = 'ltr' }: Surroundings = {},
  ): Promise<ComposerPage> {
    const element = document.createElement('parvis-composer');
    Object.assign(element, { label: 'Your comment', submitLabel: 'Send', ...properties });
    await fixture<HTMLElement>(html`<main lang=${lang} dir=${dir}>${element}</main>`);
    return new ComposerPage(element);
  }

  /** Opens a composer and waits until its tools have come with the focus. */
  static async focused(properties: Partial<ComposerElement> = {}, surroundings?: Surroundings): Promise<ComposerPage> {
    const page = await ComposerPage.open(properties, surroundings);
    await page.focus();
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  readonly until = until;

  async focus(): Promise<void> {
    this.element.focus();
    await this.until(() => this.tools.length, 'the tools have come');
  }

  get field(): HTMLTextAreaElement {
    return this.find<HTMLTextAreaElement>('textarea')!;
  }

  get text(): string {
    return this.field.value;
  }

  /** What is selected of the text. */
  get selection(): string {
    return this.text.slice(this.field.selectionStart, this.field.selectionEnd);
  }

  select(part: string): void {
    const start = this.text.indexOf(part);
    this.field.setSelectionRange(start, start + part.length);
  }

  get submit(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('[part=submit]')!;
  }

  get canSend(): boolean {
    return this.submit.getAttribute('aria-disabled') === 'false';
  }

  get isSending(): boolean {
    return this.find('[part=frame]')!.getAttribute('aria-busy') === 'true';
  }

  /** What is said about the length that is left. */
  get left(): string {
    return textOf(this.find('#left'));
  }

  get notice(): string {
    return textOf(this.find('[part=notice]'));
  }

  get tools(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('[part=tool]').filter(isShown);
  }

  tool(label: string): HTMLButtonElement {
    return this.tools.find((tool) => tool.ariaLabel === label)!;
  }

  button(label: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find((button) => isShown(button) && textOf(button) === label);
  }

  /** The names of the people offered. */
  get people(): string[] {
    return this.options.map((option) => textOf(option.querySelector('b')!));
  }

  /** The person whom Enter takes, as the field tells assistive technology. */
  get activePerson(): string {
    const id = this.field.getAttribute('aria-activedescendant');
    const option = this.options.find((candidate) => candidate.id === id);
    return option?.ariaSelected === 'true' ? textOf(option.querySelector('b')!) : '';
  }

  get options(): HTMLElement[] {
    return this.all('[role=option]').filter(isShown);
  }

  async type(text: string): Promise<void> {
    this.element.focus();
    await type(text);
  }

  async send(): Promise<void> {
    await press('Control+Enter');
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.all<T>(selector)[0];
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return findAll<T>(this.element, selector);
  }
}
