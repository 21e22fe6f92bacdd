import { hostStyles } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import type { UnsentText } from '@parvis/core/unsent/unsent-text.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { KindFieldElement } from '../kinds/kind-field-element.js';
import { linkOf, type Post, type PostDraft } from '../post/post.js';
import type { ChannelFieldElement } from './channel/channel-field-element.js';
import type { LinkFieldElement } from './link-field-element.js';

/** What a post has beside its text: a link, another kind, a channel. */
export class MoreFieldsElement extends LitElement {
  static override styles = hostStyles;

  /** Under which what has been written is kept until it is sent. */
  @property({ attribute: false }) draftKey?: string;

  /** The wall whose channels there are to choose from. */
  @property({ attribute: false }) wallId?: string;

  /** The post that is edited: its fields are what to start from. */
  @property({ attribute: false }) post?: Post;

  /** The link to start from; undefined where none can be. */
  @state() private linkUrl: string | undefined = '';

  @query('parvis-link-field') private readonly link?: LinkFieldElement;
  @query('parvis-kind-field') private readonly kind?: KindFieldElement;
  @query('parvis-channel-field') private readonly channel?: ChannelFieldElement;

  /** What is written here. */
  get draft(): Omit<PostDraft, 'body'> {
    const content = this.kind?.content;
    const channel = this.channel?.channel;
    return { ...(content ? { content } : { linkUrl: this.link?.value || null }), ...(channel && { channel }) };
  }

  /** Whether it can be sent. If not, the field itself says why. */
  checkValidity(): boolean {
    return [this.link, this.kind].every((field) => field?.checkValidity() ?? true);
  }

  /** What was written is sent. */
  clear(): void {
    if (this.link) this.link.value = '';
    this.kind?.clear();
    if (this.channel) this.channel.value = '';
  }

  /** Goes on with what could not be sent. */
  async take({ linkUrl, content, channelId }: UnsentText['input']): Promise<void> {
    this.linkUrl = linkUrl ?? '';
    await this.updateComplete;
    if (this.channel) this.channel.value = String(channelId ?? '');
    if (content) await this.kind?.take(content as NonNullable<KindFieldElement['content']>);
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('post') || !this.post) return;
    const link = linkOf(this.post);
    this.linkUrl = link === null ? '' : link;
  }

  protected override render() {
    const hasLink = this.linkUrl !== undefined && !this.kind?.content;
    return html`${hasLink ? html`<parvis-link-field .value=${this.linkUrl}></parvis-link-field>` : nothing}${
      this.post
        ? nothing
        : html`<parvis-kind-field
              .draftKey=${this.draftKey}
              @parvis-kind-change=${() => this.requestUpdate()}
            ></parvis-kind-field
            ><parvis-channel-field .wallId=${this.wallId}></parvis-channel-field>`
    }`;
  }
}
