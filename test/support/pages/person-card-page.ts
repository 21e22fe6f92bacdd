import '@parvis/core/person/parvis-person-name.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { PersonNameElement } from '@parvis/core/person/person-name-element.js';
import { findAll, textOf } from './shadow-dom.js';
import { until } from './until.js';

interface Surroundings {
  lang?: string;
  dir?: string;
}

/** A sentence with a person's name in it, between two links, and the card of that person. */
export class PersonCardPage {
  constructor(readonly root: HTMLElement) {}

  static async open(
    person: NonNullable<PersonNameElement['person']>,
    { lang = 'en', dir = 'ltr' }: Surroundings = {},
  ): Promise<PersonCardPage> {
    const root = await fixture<HTMLElement>(
      html`<p lang=${lang} dir=${dir}>
        <a id="before" href="#before">Before</a> written by <parvis-person-name .person=${person}></parvis-person-name>
        <a id="after" href="#after">After</a>
      </p>`,
    );
    return new PersonCardPage(root);
  }

  static close(): void {
    fixtureCleanup();
  }

  get name(): HTMLButtonElement {
    return findAll<HTMLButtonElement>(this.root, 'button[part=name]')[0]!;
  }

  get card(): HTMLElement | undefined {
    return findAll(this.root, '[part=card]').find((card) => card.matches(':popover-open'));
  }

  get isOpen(): boolean {
    return !!this.card;
  }

  readonly until = until;

  async untilOpen(): Promise<void> {
    await this.until(() => this.isOpen, 'the card is open');
  }

  async untilClosed(): Promise<void> {
    await this.until(() => !this.isOpen, 'the card is closed');
  }

  /** Waits until the card shows who it is. */
  async untilLoaded(): Promise<void> {
    await this.until(() => this.card?.getAttribute('aria-busy') === 'false', 'the card has loaded');
  }

  async hover(element: Element): Promise<void> {
    const { left, top, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  }

  /** The text of a part of the card. */
  text(selector: string): string {
    return textOf(this.find(selector));
  }

  find<T extends Element = HTMLElement>(selector: string): T | undefined {
    return this.card ? findAll<T>(this.card, selector)[0] : undefined;
  }

  get contacts(): HTMLAnchorElement[] {
    return this.card ? findAll<HTMLAnchorElement>(this.card, '[part=contact]') : [];
  }
}
