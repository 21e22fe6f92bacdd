import type { ComposerElement, ComposerSubmitEvent } from '@parvis/composer';
import { LocaleController, ParvisError } from '@parvis/core';
import type { TextTakenBackEvent } from '@parvis/core/unsent/unsent-events.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Post } from '../post/post.js';
import { activityWallStrings } from '../strings/catalogue.js';
import type { MoreFieldsElement } from './more-fields-element.js';
import { PostCancelEvent, PostSubmitEvent } from './post-form-events.js';

/**
 * Where a post is written: its text, and a link if one is wanted.
 *
 * @fires {PostSubmitEvent} parvis-post-submit - The viewer sends it.
 * @fires {PostCancelEvent} parvis-post-cancel - The viewer gives it up.
 */
export class PostFormElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  /** Accessible name of the text field. */
  @property() label = '';

  @property() submitLabel = '';

  /** Under which what has been written is kept until it is sent. */
  @property() draftKey?: string;

  /** The wall whose channels there are to choose from; none where that is decided. */
  @property({ attribute: false }) wallId?: string;

  @property({ type: Number }) maxLength = Infinity;

  /** The text to start from. */
  @property() value = '';

  /** The post that is edited: its fields are what to start from. Without it, a new one is written. */
  @property({ attribute: false }) post?: Post;

  @property({ type: Boolean }) cancelable = false;

  // Once they have come they stay: a button that went away with the focus could never be pressed.
  @state() private active = false;

  @query('parvis-composer') private readonly composer!: ComposerElement;
  @query('parvis-more-fields') private readonly more?: MoreFieldsElement;

  readonly #locale = new LocaleController(this, activityWallStrings);

  override focus(): void {
    this.composer.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('parvis-text-taken-back', this.#onTakenBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('parvis-text-taken-back', this.#onTakenBack);
  }

  protected override render() {
    return html`<div @focusin=${this.#onFocus}>
      <parvis-composer
        .label=${this.label}
        .placeholder=${this.#locale.ready ? this.#locale.text.placeholder : ''}
        .submitLabel=${this.submitLabel}
        .maxLength=${this.maxLength}
        .draftKey=${this.draftKey}
        .value=${this.value}
        ?cancelable=${this.cancelable}
        @parvis-composer-submit=${this.#onSubmit}
        @parvis-composer-cancel=${this.#onCancel}
      ></parvis-composer>
      ${
        this.active
          ? html`<parvis-more-fields
              .draftKey=${this.draftKey}
              .wallId=${this.wallId}
              .post=${this.post}
            ></parvis-more-fields>`
          : nothing
      }
    </div>`;
  }

  readonly #onFocus = () => {
    if (this.active) return;
    this.active = true;
    void import('./parvis-more-fields.js');
  };

  readonly #onSubmit = (event: ComposerSubmitEvent) => {
    // Where the network was gone before their code came, there is a text and no more.
    if (this.more?.checkValidity?.() === false) {
      // The text stays; the field itself says why.
      event.preventDefault();
      event.waitUntil(Promise.reject(new ParvisError('INVALID')));
      return;
    }
    const draft = { body: event.body, ...(this.more?.draft ?? { linkUrl: null }) };
    this.dispatchEvent(
      new PostSubmitEvent(draft, (sent) => {
        event.waitUntil(sent);
        sent.then(
          () => this.more?.clear?.(),
          () => {},
        );
      }),
    );
  };

  readonly #onTakenBack = async (event: TextTakenBackEvent) => {
    // The composer has heard of it too by then.
    await Promise.resolve();
    if (event.taker !== this.composer) return;
    this.#onFocus();
    await import('./parvis-more-fields.js');
    await this.updateComplete;
    await this.more?.take(event.text.input);
  };

  readonly #onCancel = () => {
    this.dispatchEvent(new PostCancelEvent());
  };
}
