import { announce, LocaleController, type ParvisClient } from '@parvis/core';
import type { Absence } from '@parvis/core/absence/absence.js';
import { awaySentence } from '@parvis/core/absence/absence-words.js';
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { toolStrings } from '../tools/strings/catalogue.js';
import { AWAY } from './away-operations.js';
import { mentioned } from './mentioned.js';

/** Once the writer rests, and longer where they are at the end of a handle: half of it may be that of another person. */
const DELAY = 400;
const HANDLE_DELAY = 1_500;
const AT_HANDLE = /@[\w.-]+$/;

/** Not in the sheet of the field, which is there from the first paint. */
const MARGIN = 'margin: 6px 14px 0';

interface Mentioned {
  readonly name: string;
  readonly absence: Absence | null;
}

/** Says which of the people whom a text mentions are away, and who stands in: before it is sent, and without stopping it. */
export class AwayController implements ReactiveController {
  readonly #host: LitElement;
  readonly #area: HTMLTextAreaElement;
  readonly #client: () => ParvisClient;
  /** Whether a name is being completed. */
  readonly #isTyping: () => boolean;
  readonly #locale: LocaleController<typeof toolStrings.en>;
  /** By handle: null is nobody. */
  readonly #known = new Map<string, Promise<Mentioned | null>>();
  #looked = '';
  #away: readonly Mentioned[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, area: HTMLTextAreaElement, client: () => ParvisClient, isTyping: () => boolean) {
    this.#host = host;
    this.#area = area;
    this.#client = client;
    this.#isTyping = isTyping;
    this.#locale = new LocaleController(host, toolStrings);
    host.addController(this);
  }

  /** The host renders with each letter. */
  hostUpdated(): void {
    const handles = this.#isTyping() ? this.#looked : mentioned(this.#area.value).join();
    if (handles === this.#looked) return;
    this.#looked = handles;
    clearTimeout(this.#timer);
    const { value, selectionEnd } = this.#area;
    const delay = AT_HANDLE.test(value.slice(0, selectionEnd)) ? HANDLE_DELAY : DELAY;
    this.#timer = setTimeout(() => void this.#look(handles), handles ? delay : 0);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#looked = '';
  }

  render() {
    if (!this.#away.length) return nothing;
    return html`<div class="left away" .style=${MARGIN}>
      ${this.#sentences.map((sentence) => html`<div .textContent=${sentence}></div>`)}
    </div>`;
  }

  get #sentences(): string[] {
    return this.#away.map(({ name, absence }) => awaySentence(name, absence!, this.#locale.lang));
  }

  async #look(handles: string): Promise<void> {
    const people = await Promise.all(
      handles
        .split(',')
        .filter(Boolean)
        .map((handle) => this.#person(handle)),
    );
    // Something else is written by now.
    if (handles !== this.#looked) return;
    const before = this.#sentences;
    this.#away = people.filter((person) => person?.absence?.isNow).map((person) => person!);
    this.#host.requestUpdate();
    const news = this.#sentences.filter((sentence) => !before.includes(sentence));
    if (news.length) announce(news.join(' '), this.#locale.lang);
  }

  #person(handle: string): Promise<Mentioned | null> {
    let person = this.#known.get(handle);
    if (!person) {
      const read = this.#client().query(AWAY, { handle });
      person = read.then(({ person }) => person);
      this.#known.set(handle, person);
    }
    // Without it, one writes all the same; it is read again with the next letter that changes who is mentioned.
    return person.catch(() => {
      this.#known.delete(handle);
      return null;
    });
  }
}
