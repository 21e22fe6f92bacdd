import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { requestMembership } from '../writing/group-writer.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { PanelCloseEvent } from './panel-events.js';
import { panelStrings } from './strings/catalogue.js';

/** In UTF-16 units, as the server counts. */
const LONGEST = 500;

/** Where one asks to be let in, with a word to those who decide. */
export class GroupAskElement extends LitElement {
  static override styles = [hostStyles, alertStyles, buttonStyles, primaryStyles, formStyles];

  @property() groupId = '';

  @state() private sending = false;
  @state() private error: ParvisError | undefined;

  @query('textarea') private readonly area!: HTMLTextAreaElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);

  /** Takes the keyboard. */
  async enter(): Promise<void> {
    await this.updateComplete;
    this.area.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<form @submit=${this.#onSubmit}>
      <label for="words">${text.wordsLabel}</label>
      <textarea
        id="words"
        dir="auto"
        maxlength=${LONGEST}
        aria-describedby="hint"
        ?readonly=${this.sending}
        @keydown=${this.#onKeydown}
      ></textarea>
      <p class="hint" id="hint">${text.wordsHint}</p>
      ${this.error ? noticeFor(this.error) : nothing}
      <div class="row">
        <button class="primary" aria-disabled=${this.sending}>${text.send}</button>
        <button type="button" @click=${() => this.dispatchEvent(new PanelCloseEvent())}>${text.cancel}</button>
      </div>
    </form>`;
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#send(event);
  };

  readonly #onSubmit = (event: Event) => void this.#send(event);

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.error = undefined;
    try {
      await requestMembership(this.#client.current, this.groupId, this.area.value.trim());
      announce(this.#locale.text.requestSent, this.#locale.lang);
      this.dispatchEvent(new PanelCloseEvent());
    } catch (reason) {
      // The words stay.
      this.error = ParvisError.from(reason);
    }
    this.sending = false;
  }
}
