// Loaded with a comment of the viewer's own that came by mail.
import {
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  QueryController,
  words,
} from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MAIL_REST } from './mail-rest-operations.js';
import { mailRestWords } from './mail-rest-words.js';

/** Shows, to its author, what was cut off the mail by which a comment came: read when it is opened for the first time. */
export class MailRestElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    css`
      .rest {
        margin: 4px 0 8px;
        padding: 8px 12px;
        border-inline-start: 3px solid var(--_line);
        color: var(--_quiet);
        font-size: 0.9375em;
      }
      p {
        margin: 0;
        font-size: 0.875em;
      }
      .text {
        max-block-size: 20em;
        overflow: auto;
        overscroll-behavior: contain;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() commentId = '';

  @state() private isOpen = false;

  // Only for the language: the words are few, and come with this code.
  readonly #locale = new LocaleController(this, { en: {}, fr: () => Promise.resolve({ strings: {} }) });
  readonly #client = new ClientController(this);
  /** Whether it was opened before: then it is there. */
  #isAsked = false;
  readonly #query = new QueryController(this, {
    args: () => (this.#isAsked ? [this.#client.current, this.commentId] : undefined),
    load: async () => {
      const { node } = await this.#client.current.query(MAIL_REST, { id: this.commentId });
      return (node as { viewerMailRest?: string | null } | null)?.viewerMailRest ?? '';
    },
  });

  protected override render() {
    const text = mailRestWords(this.#locale.lang);
    return html`<button class="link" type="button" aria-expanded=${this.isOpen} @click=${this.#onClick}>
        ${words(this.isOpen ? text.hide : text.show)}
      </button>
      ${this.isOpen ? this.#renderRest(text.forYou) : nothing}`;
  }

  #renderRest(forYou: string) {
    const { value, error } = this.#query;
    if (error) return noticeFor(error, () => this.#query.reload());
    if (value === undefined) return nothing;
    // Where it is long, the keyboard scrolls it.
    return html`<div class="rest">
      <p>${forYou}</p>
      <div class="text" dir="auto" tabindex="0" role="group" aria-label=${forYou} .textContent=${value.trim()}></div>
    </div>`;
  }

  readonly #onClick = () => {
    this.#isAsked = true;
    this.isOpen = !this.isOpen;
  };
}
