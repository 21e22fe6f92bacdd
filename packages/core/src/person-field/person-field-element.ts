import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { announce } from '../announcer/announce.js';
import { ClientController } from '../client/client-controller.js';
import { ParvisError } from '../client/parvis-error.js';
import { queryNow } from '../client/query-now.js';
import { keepInside } from '../isolation/keep-inside.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { noticeFor } from '../notice/notice-for.js';
import type { Person } from '../person/person.js';
import { renderKind } from '../person/render-kind.js';
import { PopoverController } from '../popover/popover-controller.js';
import { buttonStyles } from '../styles/button-styles.js';
import { formStyles } from '../styles/form-styles.js';
import { hostStyles } from '../styles/host-styles.js';
import { popoverStyles } from '../styles/popover-styles.js';
import { PEOPLE_TO_PICK } from './people-to-pick.js';
import { PersonPickedEvent } from './person-picked-event.js';
import { personFieldStrings } from './strings/catalogue.js';

const DELAY = 150;

/**
 * Where one types the name of a colleague and chooses them: a combobox with a list by the ARIA authoring practices.
 *
 * @fires {PersonPickedEvent} parvis-person-picked - Somebody was chosen.
 */
export class PersonFieldElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    popoverStyles,
    formStyles,
    css`
      :host {
        --parvis-avatar-size: 36px;
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px 10px;
        border-radius: calc(var(--_radius) - 4px);
        cursor: pointer;
      }
      [role='option']:hover,
      [aria-selected='true'] {
        background: color-mix(in srgb, var(--_accent) 14%, transparent);
      }
      label {
        display: block;
        margin-block-end: 4px;
      }
      .hint {
        margin-block-start: 4px;
      }
      .who {
        flex: 1 1 10em;
        min-inline-size: 0;
        line-height: 1.35;
      }
      .who b {
        font-weight: 600;
      }
      small {
        display: block;
        color: var(--_quiet);
        font-size: 0.875em;
      }
      [popover] p {
        margin: 8px 10px;
      }
      @media (forced-colors: active) {
        [aria-selected='true'] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  /** What is asked for: the name of the field. */
  @property() label = '';

  /** How it is used, below the field. */
  @property() hint = '';

  @state() private people: readonly Person[] | undefined;
  @state() private active = 0;
  @state() private error: ParvisError | undefined;

  @query('input') private readonly input!: HTMLInputElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, personFieldStrings);
  readonly #popover = new PopoverController(this, { onClose: () => this.people && this.#close() });
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  override focus(): void {
    this.input.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text } = this.#locale;
    const people = this.people ?? [];
    return html`<label id="whom" for="name">${this.label}</label>
      <input
        id="name"
        type="text"
        role="combobox"
        aria-labelledby="whom"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        aria-autocomplete="list"
        aria-expanded=${people.length > 0}
        aria-controls="people"
        aria-activedescendant=${people.length ? `person-${this.active}` : nothing}
        aria-describedby="hint"
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @blur=${this.#close}
      />
      <p class="hint" id="hint">${this.hint}</p>
      ${this.error ? noticeFor(this.error, this.#onInput) : nothing}
      <div popover="manual">
        ${this.people && !people.length ? html`<p>${text.nobody(this.input.value.trim())}</p>` : nothing}
        <div id="people" role="listbox" aria-label=${this.label} @pointerdown=${this.#onPointerDown}>
          ${people.map((person, i) => this.#renderOption(person, i))}
        </div>
      </div>`;
  }

  #renderOption(person: Person, i: number) {
    const post = [person.jobTitle, person.location ?? person.department].filter(Boolean).join(' · ');
    // The keyboard chooses from the field.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<div
      role="option"
      id="person-${i}"
      aria-selected=${i === this.active}
      @click=${() => this.#take(person)}
    >
      <parvis-avatar .person=${person}></parvis-avatar>
      <span class="who"
        ><b dir="auto" translate="no">${person.name}${renderKind(person)}</b
        >${post ? html`<small dir="auto">${post}</small>` : nothing}</span
      >
    </div>`;
  }

  protected override updated(): void {
    if (this.people) this.#popover.open(this.input);
    else this.#popover.close();
  }

  #take(person: Person): void {
    this.input.value = '';
    this.#close();
    this.dispatchEvent(new PersonPickedEvent(person));
  }

  readonly #close = () => {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.people = undefined;
    this.active = 0;
  };

  readonly #onInput = () => {
    const name = this.input.value.trim();
    this.error = undefined;
    clearTimeout(this.#timer);
    this.#abort.abort();
    if (name) this.#timer = setTimeout(() => void this.#search(name), DELAY);
    else this.#close();
  };

  async #search(name: string): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    try {
      const { mentionablePeople } = await queryNow(this.#client.current, PEOPLE_TO_PICK, { query: name }, signal);
      if (signal.aborted) return;
      this.people = mentionablePeople;
      this.active = 0;
      const { text, lang } = this.#locale;
      announce(mentionablePeople.length ? text.found(mentionablePeople.length) : text.nobody(name), lang);
    } catch (reason) {
      if (!signal.aborted) this.error = ParvisError.from(reason);
    }
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const people = this.people ?? [];
    if (event.isComposing || !this.people) return;
    const count = people.length;
    if (event.key === 'Escape') this.#close();
    else if (!count) return;
    else if (event.key === 'ArrowDown') this.active = (this.active + 1) % count;
    else if (event.key === 'ArrowUp') this.active = (this.active + count - 1) % count;
    else if (event.key === 'Enter') this.#take(people[this.active]!);
    else return;
    event.preventDefault();
  };

  // A press on a person must not take the keyboard away from the field.
  readonly #onPointerDown = (event: Event) => event.preventDefault();
}
