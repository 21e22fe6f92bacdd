import { renderAbsence } from '../absence/render-absence.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ClientController } from '../client/client-controller.js';
import { ParvisError } from '../client/parvis-error.js';
import { QueryController } from '../controllers/query-controller.js';
import { keepInside } from '../isolation/keep-inside.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { words } from '../localisation/words.js';
import { spokenName } from '../person/kind-words.js';
import type { Person } from '../person/person.js';
import { renderKind } from '../person/render-kind.js';
import { PopoverCloseEvent } from '../popover/popover-close-event.js';
import { PopoverController } from '../popover/popover-controller.js';
import { buttonStyles } from '../styles/button-styles.js';
import { alertStyles } from '../styles/alert-styles.js';
import { hostStyles } from '../styles/host-styles.js';
import { popoverStyles } from '../styles/popover-styles.js';
import { resetStyles } from '../styles/reset-styles.js';
import { skeletonStyles } from '../styles/skeleton-styles.js';
import { otherLettersStyles, renderOtherLetters } from './other-letters-view.js';
import { PERSON_CARD, type CardPerson } from './person-card-operations.js';
import { personCardStyles } from './person-card-styles.js';
import { PersonCardEvent, PersonProfileEvent } from './person-events.js';
import { profileStyles, renderContacts, renderExpertise, renderPost } from './profile-view.js';
import { profileStrings } from './strings/catalogue.js';

/**
 * The card of a person, in a popover beside the element that opened it: what they do, what they know about, how to reach them, and
 * who manages them. It does not trap the keyboard, and closes with Escape or a press elsewhere.
 *
 * @fires {PersonCardEvent} parvis-person-card - The card opens; a listener may set the profile's address.
 * @fires {PersonProfileEvent} parvis-person-profile - Before the link to the profile is followed. Cancelable.
 * @fires {PopoverCloseEvent} parvis-popover-close - The card has closed.
 * @csspart card - The whole card.
 * @csspart name - The name.
 * @csspart job - The job title.
 * @csspart place - Department and location.
 * @csspart contact - A link to write, call or chat.
 */
export class PersonCardElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    alertStyles,
    buttonStyles,
    skeletonStyles,
    popoverStyles,
    profileStyles,
    otherLettersStyles,
    personCardStyles,
  ];

  /** The handle of the person. */
  @property() handle = '';

  /** The person's name, if it is known before the server answers. */
  @property() name = '';

  /** What they are, if that is known before the server answers. */
  @property({ attribute: false }) kind?: Person['kind'] | undefined;

  @state() private opened = false;
  /** The person shown after the reader followed a link to a manager. */
  @state() private visited: string | undefined;
  @state() private profileUrl: string | undefined;

  @query('[popover]') private readonly popup!: HTMLElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, profileStrings);
  readonly #person = new QueryController(this, {
    args: () => (this.opened ? ([this.#client.current, this.#shown] as const) : undefined),
    load: async ([client, handle], signal) => {
      const { person } = await client.query(PERSON_CARD, { handle }, signal);
      if (person) return person.id;
      this.#isForGuest = (await client.session()).viewer?.person.kind === 'GUEST';
      throw new ParvisError('NOT_FOUND');
    },
  });
  /** Whether who looks at it is a guest; not known before somebody is not found. */
  #isForGuest = false;
  readonly #popover = new PopoverController(this, {
    onClose: () => {
      this.opened = false;
      this.visited = undefined;
      this.dispatchEvent(new PopoverCloseEvent());
    },
  });

  /** Opens beside `anchor`; with `focus`, moves the keyboard focus into the card. */
  async open(anchor: HTMLElement, { focus }: { focus: boolean }): Promise<void> {
    this.opened = true;
    if (this.#person.error) this.#person.reload();
    await this.updateComplete;
    if (this.#popover.open(anchor)) this.#announceCard();
    if (focus) this.popup.focus({ preventScroll: true });
  }

  /** Closes unless the reader's pointer or focus is in the card, or on the element that opened it. */
  closeIfIdle(): void {
    if (!this.#popover.isUsed) this.#popover.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Also where it was about to open.
    this.opened = false;
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const person = this.#client.get<CardPerson>(this.#person.value);
    const isPending = !this.#person.value && !this.#person.error;
    const shown = person ?? (this.visited ? { name: '' } : { name: this.name, kind: this.kind });
    return html`<div
      popover
      part="card"
      role="dialog"
      tabindex="-1"
      aria-label=${spokenName(shown, this.#locale.lang) || this.#locale.text.loading}
      aria-busy=${isPending || !this.#locale.ready}
    >
      ${
        this.opened
          ? html`<header>
                <parvis-avatar .person=${person ?? { handle: this.#shown, name: shown.name }}></parvis-avatar>
                <div>
                  <span class="name" part="name"
                    ><bdi translate="no" .textContent=${shown.name}></bdi>${renderKind(shown)}</span
                  >
                  ${
                    person
                      ? renderPost(person)
                      : isPending
                        ? html`<span class="skeleton"></span><span class="skeleton short"></span>`
                        : nothing
                  }
                </div>
              </header>
              ${person && this.#locale.ready ? this.#renderProfile(person) : this.#renderWait()}`
          : nothing
      }
    </div>`;
  }

  #renderProfile(person: CardPerson) {
    const { text } = this.#locale;
    const { manager } = person;
    return html`${renderOtherLetters(person.name, this.#locale.lang)}
    ${renderAbsence(person, { link: (substitute) => this.#renderPerson(substitute) })}
    ${person.status === 'DEPARTED' ? html`<p class="departed">${text.departed}</p>` : renderContacts(person, this.#locale)}
    ${renderExpertise(person, text)}
    ${manager ? html`<p class="manager">${text.manager} ${this.#renderPerson(manager)}</p>` : nothing}
    ${
      this.profileUrl
        ? html`<footer>
            <a class="link button" href=${this.profileUrl} @click=${this.#onProfile}>${text.profile}</a>
          </footer>`
        : nothing
    }`;
  }

  #renderPerson(person: Person) {
    return html`<button class="link" type="button" dir="auto" translate="no" @click=${() => this.#visit(person.handle)}>
      ${words(person.name)}${renderKind(person)}
    </button>`;
  }

  #renderWait() {
    const { error } = this.#person;
    const { text, ready } = this.#locale;
    // Guests read the names of people whom they may not find, and are not told whether these are still there.
    if (error?.code === 'NOT_FOUND' && ready)
      return html`<p class="hidden">${this.#isForGuest ? text.hidden : text.gone}</p>`;
    return error
      ? html`<parvis-notice .error=${error} @parvis-notice-retry=${() => this.#person.reload()}></parvis-notice>`
      : html`<div class="wait">
          <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton short"></span>
        </div>`;
  }

  get #shown(): string {
    return this.visited ?? this.handle;
  }

  #visit(handle: string): void {
    this.visited = handle;
    this.#announceCard();
    // The pressed button disappears with the former person.
    this.popup.focus({ preventScroll: true });
  }

  #announceCard(): void {
    const event = new PersonCardEvent(this.#shown);
    this.dispatchEvent(event);
    const url = event.profileUrl === undefined ? undefined : new URL(event.profileUrl, document.baseURI);
    this.profileUrl = url && /^https?:$/.test(url.protocol) ? url.href : undefined;
  }

  readonly #onProfile = (event: Event) => {
    if (!this.dispatchEvent(new PersonProfileEvent(this.#shown))) event.preventDefault();
    this.#popover.close();
  };
}
