// Decides when a name opens its person's card. Loaded with the first pointer or key event on a name.
import { html, nothing, type LitElement } from 'lit';
import type { NamedPerson } from '../person/spoken-name.js';
import './parvis-person-card.js';
import type { PersonCardElement } from './person-card-element.js';

const REST_DELAY = 450;
const LEAVE_DELAY = 250;

export class CardOpener {
  readonly #host: LitElement;
  #wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Cancels a pending opening or closing. */
  readonly stop = () => clearTimeout(this.#timer);

  /** Handles an event of the name. */
  on(event: Event): void {
    if (event.type === 'click') void this.#open(true);
    else if (event.type === 'keyup') this.#onKeyup(event as KeyboardEvent);
    else if (event.type !== 'pointerenter') this.#leave();
    // A touch that scrolls past a name must not open the card.
    else if ((event as PointerEvent).pointerType === 'mouse') this.#openSoon();
  }

  render({ handle, name, kind }: NamedPerson & { handle: string }) {
    if (!this.#wanted) return nothing;
    return html`<parvis-person-card
      .handle=${handle}
      .name=${name}
      .kind=${kind}
      @pointerenter=${this.stop}
      @pointerleave=${this.#leave}
      @focusin=${this.stop}
      @focusout=${this.#leave}
    ></parvis-person-card>`;
  }

  async #open(focus: boolean): Promise<void> {
    this.stop();
    // The reader may have moved on and opened another popover, which this one would close.
    if (!focus && !this.#button.matches(':hover, :focus')) return;
    this.#wanted = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#card?.open(this.#button, { focus });
  }

  #openSoon(): void {
    this.stop();
    this.#timer = setTimeout(() => void this.#open(false), REST_DELAY);
  }

  get #button(): HTMLButtonElement {
    return this.#host.renderRoot.querySelector('button')!;
  }

  get #card(): PersonCardElement | null {
    return this.#host.renderRoot.querySelector('parvis-person-card');
  }

  readonly #leave = () => {
    this.stop();
    this.#timer = setTimeout(() => this.#card?.closeIfIdle(), LEAVE_DELAY);
  };

  /** Not on focus: that also comes back with the window, or when a card is closed. */
  #onKeyup({ key, altKey }: KeyboardEvent): void {
    if (key === 'Tab' && !altKey) this.#openSoon();
  }
}
