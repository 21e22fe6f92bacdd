import { findAll, isShown, textOf } from './shadow-dom.js';
import { until } from './until.js';

/** What a thread or wall shows of texts that the server does not have yet. */
export class UnsentPage {
  constructor(readonly root: Element) {}

  readonly until = until;

  /** Waits until one is shown, and no other. */
  async untilOnly(text: string): Promise<void> {
    await this.until(() => this.texts.join() === text, `only "${text}" is not sent`);
  }

  async untilNone(): Promise<void> {
    await this.until(() => !this.items.length, 'all is sent');
  }

  get items(): HTMLElement[] {
    return findAll(this.root, 'parvis-unsent')
      .filter(isShown)
      .flatMap((element) => findAll(element, 'li.text'));
  }

  /** The texts, as they can be read. */
  get texts(): string[] {
    return this.items.map((item) => item.querySelector('textarea')?.value ?? textOf(item.querySelector('.rich')!));
  }

  /** What is said about the first. */
  get state(): string {
    return textOf(this.items[0]?.querySelector('.state') ?? undefined);
  }

  get buttons(): string[] {
    return this.items.flatMap((item) => [...item.querySelectorAll('button')].map(textOf));
  }

  /** Where the first can be changed. */
  get field(): HTMLTextAreaElement | null | undefined {
    return this.items[0]?.querySelector('textarea');
  }

  button(label: string): HTMLButtonElement {
    const found = this.items.flatMap((item) => [...item.querySelectorAll('button')]).find((b) => textOf(b) === label);
    if (!found) throw new Error(`No button says "${label}", but ${this.buttons.join(', ')}.`);
    return found;
  }
}
