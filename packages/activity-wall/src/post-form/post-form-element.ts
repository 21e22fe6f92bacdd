import type { ComposerElement, ComposerSubmitEvent } from '@parvis/comment-thread';
import { buttonStyles, hostStyles, icon, LocaleController } from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CHAIN } from '../post/link-preview.js';
import { activityWallStrings } from '../strings/catalogue.js';
import { postFormStyles } from './post-form-styles.js';
import { PostSubmitEvent } from './post-submit-event.js';
import { webAddress } from './web-address.js';

const CROSS = 'M6 6l12 12M18 6 6 18';

/**
 * Where a post is written: its text, and a link if one is wanted.
 *
 * @fires {PostSubmitEvent} parvis-post-submit - The viewer sends it.
 */
export class PostFormElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, postFormStyles];

  /** Accessible name of the text field. */
  @property() label = '';

  @property() submitLabel = '';

  /** Under which what has been written is kept until it is sent. */
  @property() draftKey?: string;

  @property({ type: Number }) maxLength = Infinity;

  /** The text to start from. */
  @property() value = '';

  /** The link to start from. */
  @property() linkUrl = '';

  @property({ type: Boolean }) cancelable = false;

  @state() private linked = false;
  @state() private linkRefused = false;
  @state() private active = false;

  @query('parvis-composer') private readonly composer!: ComposerElement;
  @query('input') private readonly input?: HTMLInputElement;
  @query('.add') private readonly addButton?: HTMLButtonElement;

  readonly #locale = new LocaleController(this, activityWallStrings);

  override focus(): void {
    this.composer.focus();
  }

  protected override firstUpdated(): void {
    this.linked = !!this.linkUrl;
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<div @focusin=${this.#onFocus}>
      <parvis-composer
        .label=${this.label}
        .placeholder=${text.placeholder}
        .submitLabel=${this.submitLabel}
        .maxLength=${this.maxLength}
        .draftKey=${this.draftKey}
        .value=${this.value}
        ?cancelable=${this.cancelable}
        @parvis-composer-submit=${this.#onSubmit}
      ></parvis-composer>
      ${this.linked ? this.#renderLink() : this.active ? this.#renderAdd() : nothing}
    </div>`;
  }

  #renderAdd() {
    return html`<button class="add" type="button" @click=${this.#onAdd}>
      ${icon(CHAIN)}${this.#locale.text.addLink}
    </button>`;
  }

  #renderLink() {
    const { text } = this.#locale;
    return html`<div class="link-row">
        ${icon(CHAIN)}
        <input
          type="url"
          inputmode="url"
          autocomplete="off"
          placeholder="https://"
          aria-label=${text.link}
          aria-invalid=${this.linkRefused}
          aria-describedby=${this.linkRefused ? 'refusal' : nothing}
          .value=${this.linkUrl}
          @change=${this.#onLinkChange}
        />
        <button type="button" aria-label=${text.removeLink} title=${text.removeLink} @click=${this.#onRemove}>
          ${icon(CROSS)}
        </button>
      </div>
      ${this.linkRefused ? html`<p id="refusal" role="alert">${text.linkInvalid}</p>` : nothing}`;
  }

  /** The link as it is sent; `undefined` where it is no address. */
  #readLink(): string | null | undefined {
    const typed = this.input?.value.trim();
    return typed ? webAddress(typed) : null;
  }

  readonly #onFocus = () => {
    // It stays once it has come: a button that goes away under a press would never be pressed.
    this.active = true;
  };

  readonly #onAdd = async () => {
    this.linked = true;
    await this.updateComplete;
    this.input?.focus();
  };

  readonly #onRemove = async () => {
    this.linked = this.linkRefused = false;
    this.linkUrl = '';
    await this.updateComplete;
    this.addButton?.focus();
  };

  readonly #onLinkChange = () => {
    const address = this.#readLink();
    this.linkRefused = address === undefined;
    if (address) this.input!.value = address;
  };

  readonly #onSubmit = (event: ComposerSubmitEvent) => {
    const linkUrl = this.#readLink();
    this.linkRefused = linkUrl === undefined;
    if (linkUrl === undefined) {
      event.preventDefault();
      this.input?.focus();
      return;
    }
    const draft = { body: event.body, linkUrl };
    this.dispatchEvent(
      new PostSubmitEvent(draft, (sent) => {
        event.waitUntil(sent);
        sent.then(this.#onSent, () => {});
      }),
    );
  };

  readonly #onSent = () => {
    this.linked = false;
    this.linkUrl = '';
  };
}
