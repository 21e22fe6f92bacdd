import {
  anew,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  isLong,
  LocaleController,
  MemberList,
  MORE,
  noticeFor,
  renderRichText,
  richTextStyles,
  spoken,
  permalink,
  words,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { moreButton } from '../more-button.js';
import { commentThreadStrings } from '../strings/catalogue.js';
import { RepliesController } from './replies-controller.js';
import type { CommentActions } from './comment-actions.js';
import type { Comment } from './comment-operations.js';
import { commentStyles } from './comment-styles.js';

/**
 * One comment and its replies. All that a click does (reply, edit, delete, undo, copy the link) comes with the click.
 *
 * @csspart body - What its author wrote.
 */
export class CommentElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, richTextStyles, commentStyles];

  /** Which comment. Its fields are in the cache already. */
  @property() commentId = '';

  /** How many more times replies are set in. */
  @property({ type: Number }) depth = 2;

  /** The viewer may not reply. */
  @property({ type: Boolean }) locked = false;

  /** How long a reply may be, in characters. */
  @property({ type: Number }) maxLength = Infinity;

  /** The comments above the one that the page's address leads to, itself last. */
  @property({ attribute: false }) linked: readonly string[] = [];

  @property({ attribute: false }) unfolded = false;

  @query('article') private readonly article?: HTMLElement;

  readonly #client = new ClientController(this);
  readonly replies = new RepliesController(this, this.#client, () => this.commentId);
  readonly #locale = new LocaleController(this, commentThreadStrings);
  readonly #members = new MemberList<CommentElement>({
    create: (): CommentElement => document.createElement('parvis-comment'),
    update: (element, id) => {
      element.commentId = id;
      element.depth = this.depth - 1;
      element.locked = this.locked;
      element.maxLength = this.maxLength;
      element.linked = this.linked;
    },
  });
  #actions: CommentActions | undefined;

  // Not the element itself: a negative tabindex on a shadow host hides all that is in it from Tab.
  override focus(options?: FocusOptions): void {
    this.article?.focus(options);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const isGone = this.#client.current.cache.get<Comment>(this.commentId)?.isGone;
    // Not from under somebody who is there.
    this.hidden = !!isGone && !this.#actions?.isReplying && !this.matches(':focus-within');
    const target = this.linked.at(-1);
    this.toggleAttribute('linked', target === this.commentId);
    if (!changed.has('linked') || !this.linked.includes(this.commentId)) return;
    void import('../linked-path.js').then(({ reveal }) => reveal(this, this.replies, this.linked));
  }

  protected override render() {
    const comment = this.#client.get<Comment>(this.commentId);
    if (!comment || !this.#locale.ready) return nothing;
    const actions = this.#actions;
    const { text } = this.#locale;
    if ((comment.viewerHasMailRest || comment.viewerCanRestore) && !actions) this.#act();
    return html`<parvis-avatar .person=${comment.author}></parvis-avatar>
      <article
        class="main"
        tabindex="-1"
        aria-label=${comment.author ? text.commentBy(spoken.name(comment.author, this.#locale.lang)) : text.deletedComment}
        aria-busy=${!!comment.sending}
      >
        ${
          comment.deletedAt
            ? this.#renderTombstone(comment)
            : [this.#renderByline(comment), actions?.renderEditor() ?? this.#renderBody(comment)]
        }
        ${actions?.renderBelow(comment)}
        ${comment.deletedAt || comment.sending || actions?.isEditing ? nothing : this.#renderActions(comment)}
      </article>
      ${this.#renderReplies(comment)}`;
  }

  #renderByline({ author, createdAt, editedAt, sending }: Comment) {
    const { text } = this.#locale;
    const affiliation =
      author?.status === 'DEPARTED' ? text.departed : [author?.department, author?.location].filter(Boolean).join(', ');
    return html`<div class="by">
      <b><parvis-person-name .person=${author}></parvis-person-name></b>
      ${affiliation && html`<bdi .textContent=${affiliation}></bdi>`}
      ${
        sending
          ? html`<span>${text.sending}</span>`
          : html`<a href=${permalink('comment', this.commentId)}
              ><parvis-relative-time datetime=${createdAt}></parvis-relative-time
            ></a>`
      }
      ${editedAt && html`<span>${text.edited}</span>`}
    </div>`;
  }

  #renderBody({ body, editedAt }: Comment) {
    const { text } = this.#locale;
    const tree = body?.tree ?? [];
    const long = isLong(tree);
    const folded = long && !this.unfolded;
    const onFold = () => {
      this.unfolded = !this.unfolded;
    };
    // Anew where it was edited: a browser that translates may have taken the nodes of the former text.
    // The keyboard may reach a link below the fold.
    return html`<div class="rich ${folded ? 'folded' : ''}" part="body" @focusin=${folded ? onFold : nothing}>
        ${anew(editedAt, renderRichText(tree))}
      </div>
      ${
        long
          ? html`<button class="link" type="button" aria-expanded=${!folded} @click=${onFold}>
              ${words(folded ? text.readMore : text.readLess)}
            </button>`
          : nothing
      }`;
  }

  #renderActions(comment: Comment) {
    const { text } = this.#locale;
    const { author } = comment;
    return html`<div class="actions">
      <parvis-like-button variant="compact" .subject=${this.commentId}></parvis-like-button>
      ${
        this.locked
          ? nothing
          : html`<button
              class="reply"
              type="button"
              aria-expanded=${!!this.#actions?.isReplying}
              aria-label=${text.replyTo(author ? spoken.name(author, this.#locale.lang) : '')}
              @click=${() => this.#act((actions) => actions.reply())}
            >
              ${text.reply}
            </button>`
      }
      <button
        class="more"
        type="button"
        aria-haspopup="menu"
        aria-label=${text.more}
        @click=${() => this.#act((actions) => actions.openMenu())}
      >
        ${icon(MORE)}
      </button>
      ${this.#actions?.renderMenu(comment)}
    </div>`;
  }

  /** Its author may take a deletion back for a while. */
  #renderTombstone({ viewerCanRestore }: Comment) {
    return html`<p class="tombstone">
      ${(viewerCanRestore && this.#actions?.renderUndo()) || this.#locale.text.removed}
    </p>`;
  }

  #renderReplies(comment: Comment) {
    const { list } = this.replies;
    const { text } = this.#locale;
    const remaining = this.replies.remaining(comment);
    const form = this.#actions?.renderReplyForm(comment);
    if (!list.ids.length && !remaining && !form) return nothing;
    const growing = { host: this, list, members: this.#members };
    return html`<div class="replies ${this.depth > 0 ? 'inset' : ''}">
      ${list.hasPrevious ? moreButton(growing, 'previous', text.showEarlierReplies) : nothing}
      <ul></ul>
      ${list.error && noticeFor(list.error)}
      ${remaining ? moreButton(growing, 'more', text.showReplies(remaining)) : nothing} ${form}
    </div>`;
  }

  protected override firstUpdated(): void {
    const comment = this.#client.get<Comment>(this.commentId);
    // One's own new comment may come where the reader does not look.
    if (comment?.sending) this.scrollIntoView({ block: 'nearest' });
    if (comment?.isNew)
      void import('./new-comment.js').then(({ announceNew }) => announceNew(this, this.#client.current));
  }

  protected override updated(): void {
    this.#members.sync(this.renderRoot.querySelector('.replies > ul'), this.replies.list.ids);
  }

  #act(action?: (actions: CommentActions) => unknown): void {
    void import('./comment-actions.js').then(({ CommentActions }) => {
      const { commentId: id, maxLength } = this;
      this.#actions ??= new CommentActions(this, {
        id,
        maxLength,
        client: this.#client,
        replies: this.replies,
        locale: this.#locale,
      });
      return action?.(this.#actions);
    });
  }
}
