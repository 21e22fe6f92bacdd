import {
  buttonStyles,
  fetchWhenIdle,
  hostStyles,
  LocaleController,
  MemberList,
  noticeFor,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CommentElement } from './comment/comment-element.js';
import type { Commentable } from './comment-thread-operations.js';
import { commentThreadStyles } from './comment-thread-styles.js';
import { moreButton } from './more-button.js';
import { commentThreadStrings } from './strings/catalogue.js';
import { ThreadController } from './thread-controller.js';
import type { ThreadWriting } from './thread-writing.js';

const ORDERS = { oldest: 'OLDEST', newest: 'NEWEST', 'most-liked': 'MOST_LIKED' } as const;

/**
 * Lets people comment on any page or post, and reply to each other.
 *
 * A link to a comment (`#comment-…`) opens the thread at that comment, at any depth.
 *
 * @attr {string} pass - A page pass, where not everybody may open the page: what its server says of the reader’s rights.
 * @csspart heading - The title with the number of comments.
 * @csspart order - The select for the order.
 * @csspart list - The comments.
 * @example
 * <parvis-comment-thread></parvis-comment-thread>
 * <parvis-comment-thread subject="canteen-menu" order="newest" depth="1"></parvis-comment-thread>
 */
export class CommentThreadElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, commentThreadStyles];

  /** The subject of the discussion: the address or key of a page, or the id of a post. Default: this page. */
  @property() subject?: string;

  /** The order at first: `oldest`, `newest` or `most-liked`. The reader can choose another one. */
  @property() order: keyof typeof ORDERS = 'oldest';

  /** How many levels of replies are indented; deeper replies are shown at the last level. */
  @property({ type: Number }) depth = 2;

  /** Whether commenting is disabled here, even if the server allows it. */
  @property({ type: Boolean }) locked = false;

  /** Level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Whether the thread is part of a post: it then has no title and no choice of the order. */
  @property({ type: Boolean }) embedded = false;

  readonly #thread = new ThreadController(
    this,
    () => this.subject,
    () => ORDERS[this.order] ?? 'OLDEST',
  );
  readonly #locale = new LocaleController(this, commentThreadStrings);
  readonly #members = new MemberList<CommentElement>({
    create: (): CommentElement => document.createElement('parvis-comment'),
    update: (element, id) => {
      const { commentable, value } = this.#thread;
      element.commentId = id;
      element.depth = this.depth;
      element.locked = this.locked || !commentable!.viewerCanComment;
      element.maxLength = value!.session.settings.commentMaxLength;
      element.linked = value!.linked;
    },
  });

  #writing: ThreadWriting | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#thread.followLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#thread.followLink);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The comments stay until those of the other order are there, and the keyboard where it is.
    if (changed.has('order')) this.#thread.reload();
  }

  protected override render() {
    const { commentable, error } = this.#thread;
    // Its code comes when something waits to be sent.
    const unsent = html`<parvis-unsent hidden .place=${this.#thread.key}></parvis-unsent>`;
    if (error) return [noticeFor(error, () => this.#thread.reload()), unsent];
    if (!commentable || !this.#locale.ready) return this.#renderSkeleton();
    const write = [this.#renderWrite(commentable), unsent];
    return html`${this.embedded ? nothing : this.#renderHead(commentable)} ${this.#writing?.renderError()}
    ${this.embedded ? nothing : write} ${this.#renderList()} ${this.embedded ? write : nothing}`;
  }

  #renderHead(commentable: Commentable) {
    const { text, lang } = this.#locale;
    const { commentCount } = commentable;
    return html`<div class="head">
      <div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>
        ${text.title}
        <span class="count" translate="no" .textContent=${new Intl.NumberFormat(lang).format(commentCount)}></span>
      </div>
      ${this.#writing?.renderLock(commentable)}
      ${
        commentCount > 1
          ? html`<select part="order" aria-label=${text.order} @change=${this.#onOrder}>
              ${Object.entries(text.orders).map(
                ([order, name]) => html`<option value=${order} ?selected=${order === this.order}>${name}</option>`,
              )}
            </select>`
          : nothing
      }
    </div>`;
  }

  #renderWrite(commentable: Commentable) {
    const isClosed = !!commentable.lockedAt || this.locked;
    if (this.#writing) return this.#writing.render(commentable, isClosed);
    void this.#loadWriting();
    // The place that it will take.
    return !isClosed && commentable.viewerCanComment
      ? html`<div class="skeleton as-composer"></div>`
      : html`<p class="quiet"><span class="skeleton"></span></p>`;
  }

  async #loadWriting(): Promise<void> {
    const { ThreadWriting } = await import('./thread-writing.js');
    this.#writing ??= new ThreadWriting(this, this.#thread, this.#locale);
    this.requestUpdate();
  }

  #renderList() {
    const { list, commentable } = this.#thread;
    const { text } = this.#locale;
    if (!list.ids.length) return commentable!.viewerCanComment ? html`<p class="quiet">${text.empty}</p>` : nothing;
    const growing = { host: this, list, members: this.#members };
    return html`${list.hasPrevious ? moreButton(growing, 'previous', text.showEarlier) : nothing}
      <ul part="list"></ul>
      ${list.error && noticeFor(list.error, () => list.more())}
      ${list.hasNext && !list.error ? moreButton(growing, 'more', text.showMore) : nothing}`;
  }

  #renderSkeleton() {
    return html`<div class="frame" aria-busy="true">
      ${[1, 2].map(
        () =>
          html`<div class="ghost">
            <span class="skeleton round"></span>
            <span><span class="skeleton short"></span><span class="skeleton"></span></span>
          </div>`,
      )}
    </div>`;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
    fetchWhenIdle(() => import('./comment/comment-actions.js'));
  }

  protected override updated(): void {
    this.#members.sync(this.renderRoot.querySelector('ul'), this.#thread.list.ids);
  }

  readonly #onOrder = (event: Event) => {
    this.order = (event.target as HTMLSelectElement).value as keyof typeof ORDERS;
  };
}
