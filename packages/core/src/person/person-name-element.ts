import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PersonCardElement } from '../person-card/person-card-element.js';

const REST_DELAY = 450;
const LEAVE_DELAY = 250;

/**
 * A person's name. Resting on it with the mouse or the keyboard, or pressing it, opens their card; the card's code comes
 * only then.
 *
 * @csspart name - The name.
 */
export class PersonNameElement extends LitElement {
  static override styles = css`
    :host {
      display: inline;
    }
    button {
      display: inline;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    button:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
      border-radius: 3px;
    }
  `;

  /** Whose name. */
  @property({ attribute: false }) person?: { handle: string; name: string };

  /** Stands before the name: `@` in a mention. */
  @property() sigil = '';

  @state() private wanted = false;

  @query('button') private readonly button!: HTMLButtonElement;
  @query('parvis-person-card') private readonly card?: PersonCardElement;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #dismissed = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    if (!this.person) return nothing;
    return html`<button
        part="name"
        type="button"
        dir="auto"
        aria-haspopup="dialog"
        @click=${this.#onClick}
        @pointerenter=${this.#onEnter}
        @pointerleave=${this.#onLeave}
        @focus=${this.#onFocus}
        @blur=${this.#onLeave}
      >
        ${this.sigil}${this.person.name}</button
      >${
        this.wanted
          ? html`<parvis-person-card
              .handle=${this.person.handle}
              .name=${this.person.name}
              @pointerenter=${this.#stay}
              @pointerleave=${this.#onLeave}
              @focusin=${this.#stay}
              @focusout=${this.#onLeave}
              @parvis-popover-close=${this.#onClose}
            ></parvis-person-card>`
          : nothing
      }`;
  }

  async #open(focus: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.wanted = true;
    await import('../person-card/parvis-person-card.js');
    await this.updateComplete;
    await this.card?.open(this.button, { focus });
  }

  #openSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(false), REST_DELAY);
  }

  readonly #stay = () => clearTimeout(this.#timer);

  readonly #onClick = () => void this.#open(true);

  readonly #onEnter = (event: PointerEvent) => {
    // A finger that scrolls past a name asks for nothing.
    if (event.pointerType === 'mouse') this.#openSoon();
  };

  readonly #onLeave = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.card?.closeIfIdle(), LEAVE_DELAY);
  };

  readonly #onFocus = () => {
    if (!this.#dismissed && this.button.matches(':focus-visible')) this.#openSoon();
  };

  readonly #onClose = () => {
    // The focus comes back to the name with this: whoever closed the card does not want it open again.
    clearTimeout(this.#timer);
    this.#dismissed = true;
    setTimeout(() => (this.#dismissed = false));
  };
}
