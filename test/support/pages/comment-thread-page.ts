import '@parvis/comment-thread/parvis-comment-thread.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { CommentThreadElement } from '@parvis/comment-thread';
import { ComposerPage } from './composer-page.js';
import { press } from './keyboard.js';
import { findAll, focused, isShown, textOf } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Partial<
  Record<'subject' | 'order' | 'depth' | 'locked' | 'heading-level' | 'embedded' | 'lang' | 'dir', string>
>;

/** A comment thread, worked as a person does. */
export class CommentThreadPage {
  constructor(readonly element: CommentThreadElement) {}

  /** Opens a thread; does not wait for what is in it. */
  static async open({ lang = 'en', dir = 'ltr', ...attributes }: Attributes = {}): Promise<CommentThreadPage> {
    const element = document.createElement('parvis-comment-thread');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main lang=${lang} dir=${dir}>${element}</main>`);
    return new CommentThreadPage(element);
  }

  /** Opens a thread and waits until it is there. */
  static async ready(attributes: Attributes = {}): Promise<CommentThreadPage> {
    const page = await CommentThreadPage.open(attributes);
    await page.until(() => page.title || page.notice || attributes.embedded !== undefined, 'the thread is there');
    await page.until(() => !page.find('.frame[aria-busy=true], .quiet .skeleton'), 'the thread is there');
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  readonly until = until;

  get title(): string {
    return textOf(this.find('[part=heading]'));
  }

  get notice(): string {
    return textOf(this.all('[part=notice]').find(isShown));
  }

  /** Where a comment on the page is written. */
  get composer(): ComposerPage {
    return new ComposerPage(this.element.shadowRoot!.querySelector('parvis-composer')!);
  }

  /** Whether one can comment here, with the code that it takes. */
  get canComment(): boolean {
    return !!this.element.shadowRoot!.querySelector('parvis-composer:defined')?.shadowRoot?.querySelector('textarea');
  }

  /** Writes a comment with the keyboard, and sends it. */
  async write(text: string): Promise<void> {
    await this.until(() => this.canComment, 'one can comment');
    await this.composer.type(text);
    await this.composer.send();
  }

  /** The comments in the order in which one reads them, answers after what they answer. */
  get comments(): CommentPage[] {
    const below = (root: ParentNode): CommentPage[] =>
      [...root.querySelectorAll<HTMLElement>('parvis-comment')].flatMap((element) => [
        new CommentPage(element, this),
        ...(element.shadowRoot ? below(element.shadowRoot) : []),
      ]);
    return below(this.element.shadowRoot!);
  }

  get texts(): string[] {
    return this.comments.map(({ body }) => body);
  }

  comment(text: string): CommentPage {
    const comment = this.comments.find(({ body }) => body.includes(text));
    if (!comment) throw new Error(`No comment says "${text}". There are: ${this.texts.join(' | ')}`);
    return comment;
  }

  async untilComment(text: string): Promise<CommentPage> {
    await this.until(() => this.texts.some((body) => body.includes(text)), `a comment says "${text}"`);
    return this.comment(text);
  }

  get order(): HTMLSelectElement | undefined {
    return this.find<HTMLSelectElement>('select');
  }

  button(label: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find((button) => isShown(button) && textOf(button) === label);
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.all<T>(selector)[0];
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return findAll<T>(this.element, selector);
  }
}

/** One comment of a thread. */
export class CommentPage {
  constructor(
    readonly element: HTMLElement,
    readonly thread: CommentThreadPage,
  ) {}

  /** What it says, or what is said in its place. */
  get body(): string {
    return textOf(this.find('[part=body]') ?? this.find('.tombstone') ?? undefined);
  }

  /** Who wrote it, where they work, and when. */
  get byline(): string {
    const by = this.find('.by');
    return by ? [...by.querySelectorAll('*'), ...findAll(by, 'button, time')].map(textOf).join(' ') : '';
  }

  /** The comment itself, without its answers. */
  get article(): HTMLElement {
    return this.find('article')!;
  }

  /** Whether it has the keyboard. */
  get isFocused(): boolean {
    return focused() === this.article;
  }

  get name(): string {
    return this.article.ariaLabel ?? '';
  }

  get isSending(): boolean {
    return this.article.ariaBusy === 'true';
  }

  get isLinked(): boolean {
    return this.element.hasAttribute('linked');
  }

  get likeButton(): HTMLButtonElement {
    return findAll<HTMLButtonElement>(this.find('parvis-like-button')!, '[part=like]')[0]!;
  }

  get replyButton(): HTMLButtonElement | null {
    return this.find('.reply');
  }

  get moreButton(): HTMLButtonElement {
    return this.find('.more')!;
  }

  /** Where it is edited, or answered. */
  get composer(): ComposerPage | undefined {
    const composer = this.find<ComposerPage['element']>('parvis-composer:defined');
    return composer?.shadowRoot?.querySelector('textarea') ? new ComposerPage(composer) : undefined;
  }

  get notice(): string {
    const notice = this.find('parvis-notice');
    return notice ? textOf(findAll(notice, '[part=notice]')[0]) : '';
  }

  /** The texts of its answers that are on screen. */
  get replies(): string[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('.replies parvis-comment')].map(
      (element) => new CommentPage(element, this.thread).body,
    );
  }

  button(label: string): HTMLButtonElement | undefined {
    const buttons = [...this.element.shadowRoot!.querySelectorAll('button')];
    return buttons.find((button) => isShown(button) && textOf(button) === label);
  }

  get menuItems(): string[] {
    return findAll(this.element, '[role=menuitem]').filter(isShown).map(textOf);
  }

  /** Opens the menu with the keyboard. */
  async openMenu(): Promise<void> {
    this.moreButton.focus();
    await press('Enter');
    await this.thread.until(() => focused().role === 'menuitem', 'the menu has the keyboard');
  }

  /** Chooses from the menu with the keyboard. */
  async choose(label: string): Promise<void> {
    await this.openMenu();
    const at = this.menuItems.indexOf(label);
    if (at < 0) throw new Error(`The menu offers no "${label}", but ${this.menuItems.join(', ')}.`);
    await press('ArrowDown', at);
    await press('Enter');
  }

  /** Opens the field for an answer with the keyboard. */
  async startReply(): Promise<ComposerPage> {
    this.replyButton!.focus();
    await press('Enter');
    await this.thread.until(() => this.composer && focused() === this.composer.field, 'the answer has the keyboard');
    return this.composer!;
  }

  /** Inside of the comment itself, not of its answers. */
  find<T extends Element = HTMLElement>(selector: string): T | null {
    return this.element.shadowRoot!.querySelector<T>(selector);
  }
}
