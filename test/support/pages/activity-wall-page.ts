import '@parvis/activity-wall/parvis-activity-wall.js';
import type { ActivityWallElement } from '@parvis/activity-wall';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findAll, focused, readText } from './shadow-dom.js';
import { until } from './until.js';

type Attributes = Partial<Record<'wall' | 'page-size' | 'composer' | 'heading-level' | 'lang', string>>;

/** Opens a wall and works it as a person does. */
export class ActivityWallPage {
  constructor(readonly element: ActivityWallElement) {}

  /** Opens a wall; does not wait for what is on it. */
  static async open(attributes: Attributes = {}): Promise<ActivityWallPage> {
    const element = document.createElement('parvis-activity-wall');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main lang="en">${element}</main>`);
    return new ActivityWallPage(element);
  }

  static close(): void {
    fixtureCleanup();
  }

  /** Waits until nothing is on its way any more. */
  async loaded(): Promise<this> {
    const settled = () => this.find('.end') ?? this.find('[part=notice]');
    await this.until(() => !this.find('[aria-busy=true]') && settled(), 'the wall has loaded');
    return this;
  }

  readonly until = until;

  /** Waits until the keyboard is at an element. Not by `expect`: results that hold elements never reach the runner. */
  async untilFocused(element: () => Element | undefined): Promise<void> {
    await this.until(() => focused() === element(), `the keyboard is at ${element()?.outerHTML.slice(0, 80)}`);
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return findAll<T>(this.element, selector)[0];
  }

  get text(): string {
    return readText(this.element);
  }

  get posts(): PostPage[] {
    return findAll(this.element.shadowRoot!, '[role=feed] > parvis-post').map((post) => new PostPage(post, this));
  }

  get texts(): string[] {
    return this.posts.map((post) => post.body);
  }

  /** The post that a link leads to, shown above the others. */
  get linkedPost(): PostPage | undefined {
    const post = findAll(this.element.shadowRoot!, 'section > parvis-post')[0];
    return post && new PostPage(post, this);
  }

  get showMore(): HTMLElement | undefined {
    return this.find('.end button');
  }

  get textarea(): HTMLTextAreaElement | undefined {
    const form = this.find('parvis-post-form');
    return form && findAll<HTMLTextAreaElement>(form, 'textarea')[0];
  }

  /** The post that says `text`. */
  post(text: string): PostPage {
    const post = this.posts.find(({ body }) => body.includes(text));
    if (!post) throw new Error(`No post says "${text}". There are: ${this.texts.join(' | ')}`);
    return post;
  }

  async untilPost(text: string): Promise<PostPage> {
    await this.until(() => this.texts.some((body) => body.includes(text)), `a post says "${text}"`);
    return this.post(text);
  }

  /** Writes a post with the keyboard, and sends it. */
  async write(text: string): Promise<void> {
    this.textarea!.focus();
    await sendKeys({ type: text });
    await press('Control+Enter');
  }
}

/** One post of a wall. */
export class PostPage {
  constructor(
    readonly element: HTMLElement,
    readonly wall: ActivityWallPage,
  ) {}

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return findAll<T>(this.element, selector)[0];
  }

  get text(): string {
    return readText(this.element);
  }

  get body(): string {
    const body = this.element.shadowRoot?.querySelector('[part=body]');
    return body ? readText(body) : this.text;
  }

  get isPinned(): boolean {
    return !!this.find('.pin');
  }

  get isSending(): boolean {
    return this.element.ariaBusy === 'true';
  }

  get menuButton(): HTMLElement {
    return this.find('.more')!;
  }

  get menuItems(): string[] {
    return findAll(this.element, '[role=menuitem]').map((item) => item.textContent.trim());
  }

  /** The button that shows and hides the discussion. */
  get discussion(): HTMLElement | undefined {
    return this.find('.discuss');
  }

  /** Opens the menu, with the keyboard. */
  async openMenu(): Promise<void> {
    this.menuButton.focus();
    await press('Enter');
    await this.wall.until(() => focused().role === 'menuitem', 'the menu has the keyboard');
  }

  /** Chooses from the menu, with the keyboard. */
  async choose(label: string): Promise<void> {
    await this.openMenu();
    const at = this.menuItems.indexOf(label);
    if (at < 0) throw new Error(`The menu offers no "${label}", but ${this.menuItems.join(', ')}.`);
    for (let i = 0; i < at; i++) await press('ArrowDown');
    await press('Enter');
  }
}

/** Presses a key, or keys together: `Control+Enter`. */
export async function press(keys: string): Promise<void> {
  const parts = keys.split('+');
  const modifiers = parts.slice(0, -1);
  for (const key of modifiers) await sendKeys({ down: key });
  await sendKeys({ press: parts.at(-1)! });
  for (const key of modifiers.reverse()) await sendKeys({ up: key });
}
