import { buttonStyles, hostStyles, LocaleController, primaryStyles } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Act } from '../acting.js';
import { ownershipStrings } from './strings/catalogue.js';

/** Asks the viewer whether they take over a group that has no owner. */
export class GroupOfferElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      p {
        flex: 1 1 14em;
        margin: 0;
      }
    `,
  ];

  /** When somebody else is asked: an ISO date. */
  @property() until = '';

  @property({ attribute: false }) act?: Act;

  readonly #locale = new LocaleController(this, ownershipStrings);

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, lang, ready } = this.#locale;
    if (!ready) return nothing;
    const until = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(this.until));
    return html`<p id="question">${text.asked(until)}</p>
      <button class="primary" type="button" aria-describedby="question" @click=${this.#onAccept}>${text.accept}</button>
      <button class="outlined" type="button" aria-describedby="question" @click=${this.#onDecline}>
        ${text.decline}
      </button>`;
  }

  readonly #onAccept = (event: Event) =>
    this.act?.(event, ({ acceptOwnership }, ...group) => acceptOwnership(...group), this.#locale.text.accepted);

  readonly #onDecline = (event: Event) =>
    this.act?.(event, ({ declineOwnership }, ...group) => declineOwnership(...group), this.#locale.text.declined);
}
