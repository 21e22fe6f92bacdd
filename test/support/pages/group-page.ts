import '@parvis/groups/parvis-group-list.js';
import '@parvis/groups/parvis-group.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findAll, focused, isShown, readText, textOf } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Readonly<Record<string, string>>;

/** Opens a group, or a list of groups, and works it as a person does. */
export class GroupPage {
  constructor(readonly element: HTMLElement) {}

  /** Opens a group; does not wait for what the server says. */
  static open(group: string, attributes: Attributes = {}): Promise<GroupPage> {
    return GroupPage.#open('parvis-group', { group, ...attributes });
  }

  /** Opens a group, and waits until its head is there. */
  static async ready(group: string, attributes: Attributes = {}): Promise<GroupPage> {
    const page = await GroupPage.open(group, attributes);
    await page.until(() => page.name, 'the head is there');
    return page;
  }

  /** Opens a list of groups, and waits for it. */
  static async list(attributes: Attributes = {}): Promise<GroupPage> {
    const page = await GroupPage.openList(attributes);
    await page.until(() => page.find('input'), 'the list is there');
    return page;
  }

  /** Opens a list of groups; does not wait for what the server says. */
  static openList(attributes: Attributes = {}): Promise<GroupPage> {
    return GroupPage.#open('parvis-group-list', attributes);
  }

  static async #open(tag: string, { lang = 'en', ...attributes }: Attributes): Promise<GroupPage> {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main lang=${lang}>${element}</main>`);
    return new GroupPage(element);
  }

  static close(): void {
    fixtureCleanup();
  }

  readonly until = until;

  get text(): string {
    return readText(this.element);
  }

  /** Waits until a person reads this. */
  async says(text: string): Promise<void> {
    await this.until(() => this.text.includes(text), `it says “${text}”`);
  }

  get name(): string {
    return textOf(this.find('.head .name'));
  }

  get facts(): string {
    return textOf(this.find('.facts'));
  }

  get panel(): string {
    return textOf(this.find('parvis-group-panel')?.shadowRoot?.querySelector('#title') ?? undefined);
  }

  /** Where one writes on its wall. */
  get composer(): HTMLTextAreaElement | undefined {
    return this.find<HTMLTextAreaElement>('parvis-post-form >> textarea');
  }

  button(label: string): HTMLButtonElement | undefined {
    const isIt = (button: HTMLElement) => [textOf(button), button.getAttribute('aria-label')].includes(label);
    return this.all<HTMLButtonElement>('button').find((button) => isShown(button) && isIt(button));
  }

  /** Presses a button as soon as it is there. */
  async press(label: string): Promise<void> {
    await this.until(() => this.button(label), `there is a button “${label}”`);
    this.button(label)!.click();
  }

  /** Chooses from the menu of the head. */
  async choose(label: string): Promise<void> {
    await this.press('More actions');
    await this.press(label);
  }

  /** Writes into a field as soon as it is there. */
  async fill(selector: string, text: string): Promise<void> {
    await this.until(() => this.find(selector), `there is ${selector}`);
    const field = this.find<HTMLInputElement>(selector)!;
    field.focus();
    field.select();
    await sendKeys({ type: text });
  }

  /** Waits until the keyboard is at an element. */
  async untilFocused(element: () => Element | undefined): Promise<void> {
    await this.until(() => focused() === element(), `the keyboard is at ${element()?.outerHTML.slice(0, 80)}`);
  }

  /** The names of the groups listed. */
  get groups(): string[] {
    return this.all('.open').map(textOf);
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.all<T>(selector)[0];
  }

  /** `parvis-group-form >> #name` is in the shadow root of the first. */
  all<T extends Element = HTMLElement>(selector: string): T[] {
    const [first = '', ...rest] = selector.split(' >> ');
    return rest.reduce<Element[]>(
      (hosts, inner) => hosts.flatMap((host) => findAll(host, inner)),
      findAll(this.element, first),
    ) as T[];
  }
}
