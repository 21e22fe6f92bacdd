import '@parvis/like-button/parvis-like-button.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { LikeButtonElement, LikeToggledEvent } from '@parvis/like-button';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { press } from './keyboard.js';
import { findAll, hasFocus, isShown, textOf } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Partial<Record<'subject' | 'reactions' | 'variant' | 'lang' | 'dir', string>>;

/** A like button, worked as a person does. */
export class LikeButtonPage {
  /** What the button has told the page: each is in the server's database. */
  readonly saved: LikeToggledEvent[] = [];

  constructor(readonly element: LikeButtonElement) {
    element.addEventListener('parvis-like-toggled', (event) => this.saved.push(event));
  }

  /** Puts like buttons side by side on one page; does not wait for what is in them. */
  static async openAll(...all: Attributes[]): Promise<LikeButtonPage[]> {
    const elements = all.map(({ lang = 'en', dir = 'ltr', ...attributes }) => {
      const element = document.createElement('parvis-like-button');
      for (const [name, value] of Object.entries({ lang, dir, ...attributes })) element.setAttribute(name, value);
      return element;
    });
    await fixture<HTMLElement>(html`<main>${elements}</main>`);
    return elements.map((element) => new LikeButtonPage(element));
  }

  static async open(attributes: Attributes = {}): Promise<LikeButtonPage> {
    return (await LikeButtonPage.openAll(attributes))[0]!;
  }

  /** Opens a like button and waits until it can be pressed. */
  static async ready(attributes: Attributes = {}): Promise<LikeButtonPage> {
    const page = await LikeButtonPage.open(attributes);
    await page.until(() => page.like, 'there is a button');
    return page;
  }

  static async close(): Promise<void> {
    fixtureCleanup();
    await resetMouse();
  }

  readonly until = until;

  /** Waits until the server has taken `count` changes since this button was opened. */
  async untilSaved(count = 1): Promise<void> {
    await this.until(() => this.saved.length === count, `${count} saved`);
  }

  get like(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('[part=like]')!;
  }

  get count(): HTMLButtonElement | undefined {
    return this.find<HTMLButtonElement>('[part=count]');
  }

  /** What a screen reader says of the button. */
  get name(): string {
    return this.like.ariaLabel!;
  }

  get isPressed(): boolean {
    return this.like.ariaPressed === 'true';
  }

  /** The number shown; 0 when none is. */
  get total(): number {
    return Number(textOf(this.count));
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

  /** The other reactions, while they are offered. */
  get reactions(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('[role=menuitemradio]').filter(isShown);
  }

  get reactionNames(): string[] {
    return this.reactions.map(({ ariaLabel }) => ariaLabel!);
  }

  reaction(name: string): HTMLButtonElement {
    return this.reactions.find(({ ariaLabel }) => ariaLabel === name)!;
  }

  /** The reaction that has the keyboard. */
  get focusedReaction(): string {
    return this.reactions.find(hasFocus)?.ariaLabel ?? '';
  }

  /** The people in the list of those who reacted. */
  get reactors(): string[] {
    return this.all('[part=name]').map(textOf);
  }

  get dialog(): HTMLElement | undefined {
    return this.all('[role=dialog]').find(isShown);
  }

  filter(name: string): HTMLButtonElement {
    return this.all<HTMLButtonElement>('[role=group] button').find(({ ariaLabel }) => ariaLabel === name)!;
  }

  button(label: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find((button) => isShown(button) && textOf(button) === label);
  }

  /** Rests the mouse on something. */
  async hover(target: Element = this.like): Promise<void> {
    const { left, top, width, height } = target.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  }

  /** Takes the mouse to where nothing is. */
  async leave(): Promise<void> {
    await sendMouse({ type: 'move', position: [700, 590] });
  }

  /** Puts a finger down, lifts it or has it taken away. */
  touch(...types: ('pointerdown' | 'pointerup' | 'pointercancel' | 'contextmenu')[]): void {
    for (const type of types) {
      this.like.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', bubbles: true, cancelable: true }));
    }
  }

  /** Opens the other reactions with the keyboard. */
  async openPicker(): Promise<void> {
    this.like.focus();
    await press('ArrowDown');
    await this.until(() => this.focusedReaction, 'a reaction has the keyboard');
  }

  /** Opens the list of those who reacted with the keyboard. */
  async openReactors(): Promise<void> {
    this.count!.focus();
    await press('Enter');
    await this.until(() => this.reactors.length, 'there are people');
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.all<T>(selector)[0];
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return findAll<T>(this.element, selector);
  }
}
