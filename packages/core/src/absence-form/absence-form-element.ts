import { announce } from '../announcer/announce.js';
import { buttonStyles } from '../styles/button-styles.js';
import { ClientController } from '../client/client-controller.js';
import { hostStyles } from '../styles/host-styles.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { mutate } from '../client/mutate.js';
import { noticeFor } from '../notice/notice-for.js';
import { ParvisError } from '../client/parvis-error.js';
import { primaryStyles } from '../styles/primary-styles.js';
import type { Absence } from '../absence/absence.js';
import { keepInside } from '../isolation/keep-inside.js';
import type { PersonFieldElement } from '../person-field/person-field-element.js';
import type { PersonPickedEvent } from '../person-field/person-picked-event.js';
import { formStyles } from '../styles/form-styles.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AbsenceCloseEvent } from './absence-close-event.js';
import { type AbsenceDraft, type AbsenceProblem, draftOf, latestFor, problemOf, today, zone } from './absence-draft.js';
import { absenceFormStyles } from './absence-form-styles.js';
import { CLEAR_ABSENCE, SET_ABSENCE } from './absence-operations.js';
import { absenceStrings } from './strings/catalogue.js';

/**
 * Where people say when they are away.
 *
 * @fires {AbsenceCloseEvent} parvis-absence-close - It was saved, or given up.
 */
export class AbsenceFormElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, primaryStyles, formStyles, absenceFormStyles];

  /** What the viewer said before. */
  @property({ attribute: false }) absence: Absence | null = null;

  /** The level of the title as a heading. */
  @property({ type: Number }) headingLevel = 4;

  @state() private draft: AbsenceDraft = draftOf(null, today());
  @state() private problem: AbsenceProblem | undefined;
  @state() private sending = false;
  @state() private error: ParvisError | undefined;

  @query('#from') private readonly from!: HTMLInputElement;
  @query('#until') private readonly until!: HTMLInputElement;
  @query('parvis-person-field') private readonly person?: PersonFieldElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, absenceStrings);

  /** Takes the keyboard. */
  async enter(): Promise<void> {
    await this.updateComplete;
    await this.#locale.loaded;
    await this.updateComplete;
    this.from.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.draft = draftOf(this.absence, today());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    return html`<form novalidate aria-labelledby="title" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      <div class="title" id="title" role="heading" aria-level=${this.headingLevel}>${text.title}</div>
      <div class="fields">
        <div class="pair">${this.#renderDay('from')}${this.#renderDay('until')}</div>
        ${this.#renderSubstitute()}
        <div class="field">
          <label for="note">${text.note}</label>
          <input
            id="note"
            type="text"
            dir="auto"
            maxlength="200"
            autocomplete="off"
            aria-describedby="note-hint"
            .value=${this.draft.note}
            @input=${(event: Event) => this.#set({ note: valueOf(event) })}
          />
          <p class="hint" id="note-hint">${text.noteHint}</p>
        </div>
      </div>
      ${this.error ? noticeFor(this.error, this.#send) : nothing}
      <div class="row">
        <button class="primary" aria-disabled=${this.sending}>${this.sending ? text.saving : text.save}</button>
        <button type="button" @click=${this.#close}>${text.cancel}</button>
        ${
          this.absence
            ? html`<button class="clear outlined" type="button" aria-disabled=${this.sending} @click=${this.#onClear}>
                ${text.clear}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #renderDay(field: 'from' | 'until') {
    const { text } = this.#locale;
    const { from } = this.draft;
    const isWrong = this.problem !== undefined && (this.problem === 'from') === (field === 'from');
    return html`<div class="field">
      <label for=${field}>${text[field]}</label>
      <input
        id=${field}
        type="date"
        required
        min=${field === 'until' && from ? from : nothing}
        max=${field === 'until' && from ? latestFor(from) : nothing}
        aria-invalid=${isWrong || nothing}
        aria-describedby=${isWrong ? 'problem' : nothing}
        .value=${this.draft[field]}
        @input=${(event: Event) => this.#set({ [field]: valueOf(event) })}
      />
      ${isWrong ? html`<p class="problem" id="problem">${text.problems[this.problem!]}</p>` : nothing}
    </div>`;
  }

  #renderSubstitute() {
    const { text } = this.#locale;
    const { substitute } = this.draft;
    if (!substitute)
      return html`<parvis-person-field
        .label=${text.substitute}
        .hint=${text.substituteHint}
        @parvis-person-picked=${this.#onPicked}
      ></parvis-person-field>`;
    return html`<div class="field" role="group" aria-labelledby="stands-in">
      <span class="label" id="stands-in">${text.standsIn}</span>
      <div class="chosen">
        <parvis-avatar .person=${substitute}></parvis-avatar>
        <bdi translate="no">${substitute.name}</bdi>
        <button
          class="remove outlined"
          type="button"
          aria-label=${text.removeName(substitute.name)}
          @click=${this.#onRemove}
        >
          ${text.remove}
        </button>
      </div>
    </div>`;
  }

  #set(change: Partial<AbsenceDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.problem = undefined;
  }

  readonly #onPicked = async ({ person }: PersonPickedEvent) => {
    this.#set({ substitute: person });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.remove')?.focus();
  };

  readonly #onRemove = async () => {
    this.#set({ substitute: null });
    await this.updateComplete;
    await this.person?.updateComplete;
    this.person?.focus();
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    // A day that is only typed in part has no value.
    this.problem = problemOf(this.draft, today());
    if (!this.problem) return this.#send();
    await this.updateComplete;
    (this.problem === 'from' ? this.from : this.until).focus();
    announce(this.#locale.text.problems[this.problem], this.#locale.lang);
  };

  readonly #send = () => {
    const { substitute, note, ...days } = this.draft;
    const input = { ...days, zone: zone(), substituteId: substitute?.id ?? null, note: note.trim() || null };
    return this.#write(() => mutate(this.#client.current, SET_ABSENCE, input), this.#locale.text.saved);
  };

  readonly #onClear = () =>
    this.#write(() => mutate(this.#client.current, CLEAR_ABSENCE, {}), this.#locale.text.cleared);

  async #write(write: () => Promise<unknown>, done: string): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.error = undefined;
    try {
      await write();
      announce(done, this.#locale.lang);
      this.#close();
    } catch (reason) {
      // What was typed stays.
      this.error = ParvisError.from(reason);
    }
    this.sending = false;
  }

  readonly #close = () => this.dispatchEvent(new AbsenceCloseEvent());

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.#close();
  };
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
