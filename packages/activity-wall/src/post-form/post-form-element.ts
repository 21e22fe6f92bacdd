import type { ComposerElement, ComposerSubmitEvent } from '@parvis/composer';
import { LocaleController, ParvisError } from '@parvis/core';
import type { TextTakenBackEvent } from '@parvis/core/unsent/unsent-events.js';
import { css, html, LitElement } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { KindFieldElement } from '../kinds/kind-field-element.js';
import { linkOf, type Post, type PostDraft } from '../post/post.js';
import { activityWallStrings } from '../strings/catalogue.js';
import type { ChannelFieldElement } from './channel/channel-field-element.js';
import type { LinkFieldElement } from './link-field-element.js';
import type { renderMoreFields } from './more-fields.js';
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

  /** The link to start from; undefined where none can be. */
  @state() private linkUrl: string | undefined = '';

  // Once they have come they stay: a button that went away with the focus could never be pressed.
  @state() private renderMore?: typeof renderMoreFields;

  @query('parvis-composer') private readonly composer!: ComposerElement;
  @query('parvis-link-field') private readonly link?: LinkFieldElement;
  @query('parvis-kind-field') private readonly kind?: KindFieldElement;
  @query('parvis-channel-field') private readonly channel?: ChannelFieldElement;

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

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('post') || !this.post) return;
    const link = linkOf(this.post);
    this.linkUrl = link === null ? '' : link;
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
      ${this.renderMore?.({
        linkUrl: this.kind?.content ? undefined : this.linkUrl,
        draftKey: this.draftKey,
        wallId: this.wallId,
        post: this.post,
        onKind: () => this.requestUpdate(),
      })}
    </div>`;
  }

  readonly #onFocus = async () => {
    this.renderMore ??= (await import('./more-fields.js')).renderMoreFields;
  };

  readonly #onSubmit = (event: ComposerSubmitEvent) => {
    if ([this.link, this.kind].some((field) => field?.checkValidity?.() === false)) {
      // The text stays; the field itself says why.
      event.preventDefault();
      event.waitUntil(Promise.reject(new ParvisError('INVALID')));
      return;
    }
    const content = this.kind?.content;
    const draft: PostDraft = {
      body: event.body,
      ...(content ? { content } : { linkUrl: this.link?.value || null }),
      ...(this.channel?.channel && { channel: this.channel.channel }),
    };
    this.dispatchEvent(
      new PostSubmitEvent(draft, (sent) => {
        event.waitUntil(sent);
        sent.then(this.#onSent, () => {});
      }),
    );
  };

  readonly #onTakenBack = async (event: TextTakenBackEvent) => {
    // The composer has heard of it too by then.
    await Promise.resolve();
    if (event.taker !== this.composer) return;
    await this.#onFocus();
    const { linkUrl, content, channelId } = event.text.input;
    this.linkUrl = linkUrl ?? '';
    await this.updateComplete;
    if (this.channel) this.channel.value = String(channelId ?? '');
    if (content) await this.kind?.take(content as NonNullable<KindFieldElement['content']>);
  };

  readonly #onCancel = () => {
    this.dispatchEvent(new PostCancelEvent());
  };

  readonly #onSent = () => {
    if (this.link) this.link.value = '';
    this.kind?.clear?.();
    if (this.channel) this.channel.value = '';
  };
}
