import { announce, LocaleController, PopoverController, queryNow, renderKind, type ParvisClient } from '@parvis/core';
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { editArea } from '../formatting/edit-area.js';
import { toolStrings } from '../tools/strings/catalogue.js';
import { renderAbsence } from '@parvis/core/absence/render-absence.js';
import { MENTIONABLE, type MentionablePerson } from './mention-operations.js';
import { isNamed } from './is-named.js';
import { mentionAt, type MentionQuery } from './mention-query.js';
import { characterRect } from './character-rect.js';

const DELAY = 120;

/** What ends a sentence, and may stand in a name. */
const TRAILING = /[._'’-]+$/;

/**
 * Completes mentions in a field from the directory, as a combobox by the ARIA authoring practices with a list: the
 * keyboard stays in the field, which names the list and the person chosen in it. The field keeps its role, because no
 * element with several lines may be a `combobox`.
 */
export class MentionController implements ReactiveController {
  readonly #host: LitElement;
  readonly #area: HTMLTextAreaElement;
  readonly #client: () => ParvisClient;
  /** The id of what the text is written at. */
  readonly #subject: () => string | undefined;
  readonly #locale: LocaleController<typeof toolStrings.en>;
  readonly #popover: PopoverController;
  #query: MentionQuery | undefined;
  #people: readonly MentionablePerson[] = [];
  #active = 0;
  #isChosen = false;
  #dismissed: number | undefined;
  #abort: AbortController | undefined;

  constructor(
    host: LitElement,
    area: HTMLTextAreaElement,
    client: () => ParvisClient,
    subject: () => string | undefined,
  ) {
    this.#host = host;
    this.#area = area;
    this.#client = client;
    this.#subject = subject;
    this.#locale = new LocaleController(host, toolStrings);
    // Not where it closes because nobody is found yet.
    this.#popover = new PopoverController(host, { onClose: () => this.isOpen && this.close() });
    host.addController(this);
    // What was typed while this code was on its way counts as well.
    void this.look();
  }

  /** Whether there is anything to show: people, or an invitation to type a name. */
  get isOpen(): boolean {
    return !!this.#query && (!!this.#people.length || !this.#query.name);
  }

  /** The id of the option that Enter takes. */
  get activeId(): string | undefined {
    return this.isOpen && this.#people.length ? `person-${this.#active}` : undefined;
  }

  /** Looks whether a mention is being typed, and for whom it may be. */
  readonly look = async (): Promise<void> => {
    const { selectionStart, selectionEnd, value, readOnly } = this.#area;
    const query = selectionStart === selectionEnd && !readOnly ? mentionAt(value, selectionEnd) : undefined;
    if (query?.start !== this.#dismissed) this.#dismissed = undefined;
    if (!query || this.#dismissed !== undefined) return this.close();
    if (query.start === this.#query?.start && query.name === this.#query.name) return;
    this.#query = query;
    this.#abort?.abort();
    this.#abort = new AbortController();
    // Until others come, Enter takes nobody whom the text does not name any more.
    this.#show(query.name ? this.#people.filter((person) => isNamed(person, query.name)) : []);
    if (query.name) await this.#search(query.name, this.#abort.signal);
  };

  readonly close = (): void => {
    this.#abort?.abort();
    if (!this.#query) return;
    this.#query = undefined;
    this.#show([]);
  };

  /** Whether the key was for the list. */
  onKeydown(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return false;
    const count = this.#people.length;
    if (event.key === 'Escape') {
      this.#dismissed = this.#query!.start;
      this.close();
    } else if (!count) return false;
    else if (event.key === 'ArrowDown') this.#activate((this.#active + 1) % count);
    else if (event.key === 'ArrowUp') this.#activate((this.#active + count - 1) % count);
    else if (event.key === 'Enter' && this.#isComplete) {
      // There is nothing to complete: Enter is a new line.
      this.close();
      return false;
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))
      this.#take(this.#people[this.#active]!);
    else return false;
    event.preventDefault();
    return true;
  }

  hostUpdated(): void {
    if (!this.isOpen) return this.#popover.close();
    const { start } = this.#query!;
    this.#popover.open(this.#area, { getBoundingClientRect: () => characterRect(this.#area, start) });
  }

  hostDisconnected(): void {
    this.close();
  }

  render() {
    const { text } = this.#locale;
    return html`<div popover="manual" part="mentions" class="mentions">
      ${this.isOpen && !this.#people.length ? html`<p>${text.whom}</p>` : nothing}
      <div id="people" role="listbox" translate="no" aria-label=${text.people} @pointerdown=${this.#onPointerDown}>
        ${this.#people.map((person, i) => this.#renderOption(person, i))}
      </div>
    </div>`;
  }

  #renderOption(person: MentionablePerson, i: number) {
    const detail = [person.jobTitle, person.location ?? person.department].filter(Boolean).join(' · ');
    // The keyboard chooses from the field.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<div
      role="option"
      id="person-${i}"
      class="option"
      aria-selected=${i === this.#active}
      @click=${() => this.#take(person)}
    >
      <parvis-avatar .person=${person}></parvis-avatar>
      <span
        ><b dir="auto">${person.name}${renderKind(person)}</b
        >${detail ? html`<small dir="auto">${detail}</small>` : nothing}${renderAbsence(person, { brief: true })}</span
      >
    </div>`;
  }

  async #search(name: string, signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, DELAY));
    if (signal.aborted) return;
    try {
      const asked = { query: name, subject: this.#subject() ?? null };
      const { mentionablePeople } = await queryNow(this.#client(), MENTIONABLE, asked, signal);
      if (!signal.aborted) this.#show(mentionablePeople);
    } catch {
      // The name can be typed to its end without help.
      if (!signal.aborted) this.#show([]);
    }
  }

  #show(people: readonly MentionablePerson[]): void {
    const isNews = people.length && people.length !== this.#people.length;
    this.#people = people;
    this.#active = 0;
    this.#isChosen = false;
    this.#host.requestUpdate();
    if (isNews) announce(this.#locale.text.found(people.length), this.#locale.lang);
  }

  /** Whether the handle of one of them is typed to its end, and nobody was chosen by the arrows. */
  get #isComplete(): boolean {
    const typed = this.#query!.name.toLowerCase();
    return (
      !this.#isChosen && this.#people.some(({ handle }) => typed === handle || typed.replace(TRAILING, '') === handle)
    );
  }

  #activate(index: number): void {
    this.#active = index;
    this.#isChosen = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector(`#${this.activeId}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #take({ handle }: MentionablePerson): void {
    const { start, name } = this.#query!;
    // "@cleo." ends a sentence.
    const tail = handle.startsWith(name.toLowerCase()) ? '' : (TRAILING.exec(name)?.[0] ?? '');
    const to = start + 1 + name.length;
    const next = this.#area.value[to] ?? '';
    const insert = `@${handle}${tail}${tail || /[\s\p{P}]/u.test(next) ? '' : ' '}`;
    const caret = start + insert.length + (next === ' ' ? 1 : 0);
    this.close();
    editArea(this.#area, { from: start, to, insert, selectFrom: caret, selectTo: caret });
  }

  // A press on a person must not take the keyboard away from the field.
  readonly #onPointerDown = (event: Event) => event.preventDefault();
}
