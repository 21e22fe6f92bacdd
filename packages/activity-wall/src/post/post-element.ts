import {
  anew,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  isLong,
  LocaleController,
  MORE,
  renderRichText,
  spoken,
  richTextStyles,
  permalink,
  words,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PostActionsElement } from '../post-actions/post-actions-element.js';
import { activityWallStrings } from '../strings/catalogue.js';
import { renderLinkPreview } from './link-preview.js';
import { postStyles } from './post-styles.js';
import { linkOf, type Post } from './post.js';

const PIN = 'M9 4h6l-1 6 4 4H6l4-4zM12 14v6';

/**
 * One post of a wall: who wrote it and when, what they wrote, what others think of it. What only a click needs (its
 * discussion, its menu, the form that changes it) comes with the click.
 *
 * @csspart body - What its author wrote.
 * @csspart link - The link below it.
 */
export class PostElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, richTextStyles, postStyles];

  /** Which post. Its fields are in the cache already. */
  @property() postId = '';

  /** Level of the heading that its author's name is. */
  @property({ type: Number }) headingLevel = 3;

  @state() private unfolded = false;
  @state() private discussed = false;
  @state() private editing = false;
  @state() private acted = false;

  @query('.more') private readonly more?: HTMLButtonElement;
  @query('parvis-post-actions') private readonly actions?: PostActionsElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, activityWallStrings);

  /** Shows the discussion of the post. */
  openThread(): void {
    this.discussed = true;
    void import('@parvis/comment-thread/parvis-comment-thread.js');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'article';
    // Not -1, which on a shadow host hides all that is in it from Tab.
    this.tabIndex = 0;
  }

  protected override render() {
    const post = this.#client.get<Post>(this.postId);
    if (!post || !this.#locale.ready) return nothing;
    return html`${
      post.deletedAt
        ? nothing
        : html`${this.#renderHeader(post)}${this.#renderBody(post)}${post.sending ? nothing : this.#renderFooter(post)}`
    }
    ${this.acted || post.deletedAt ? this.#renderActions(post) : nothing}`;
  }

  #renderHeader(post: Post) {
    const { author, pinnedAt, sending } = post;
    const { text } = this.#locale;
    return html`${pinnedAt ? html`<p class="pin">${icon(PIN)}${text.pinned}</p>` : nothing}
      <header>
        <parvis-avatar .person=${author}></parvis-avatar>
        <div class="by">
          <b role="heading" aria-level=${this.headingLevel}
            ><parvis-person-name .person=${author}></parvis-person-name
          ></b>
          <span>${this.#renderCircumstances(post)}</span>
        </div>
        ${
          sending
            ? nothing
            : html`<button
                class="more"
                type="button"
                aria-haspopup="menu"
                aria-label=${text.more}
                @click=${this.#onMore}
              >
                ${icon(MORE)}
              </button>`
        }
      </header>`;
  }

  /** Where, when, and what became of it since. */
  #renderCircumstances({ id, author, channel, createdAt, editedAt, sending }: Post) {
    const { text } = this.#locale;
    return [
      author?.department && html`<bdi .textContent=${author.department}></bdi>`,
      author?.status === 'DEPARTED' && text.departed,
      channel && html`<bdi .textContent=${`# ${channel.name}`}></bdi>`,
      sending
        ? text.sending
        : html`<a href=${permalink('post', id)}
            ><parvis-relative-time datetime=${createdAt}></parvis-relative-time
          ></a>`,
      editedAt && text.edited,
    ]
      .filter(Boolean)
      .map((circumstance, i) => (i ? [' · ', circumstance] : circumstance));
  }

  #renderBody(post: Post) {
    const { body, editedAt } = post;
    const { text } = this.#locale;
    if (this.editing) {
      return html`<parvis-post-editor
        .postId=${this.postId}
        @parvis-post-editor-close=${this.#onSettled}
      ></parvis-post-editor>`;
    }
    const tree = body?.tree ?? [];
    const long = isLong(tree);
    const folded = long && !this.unfolded;
    // Anew where it was edited: a browser that translates may have taken the nodes of the former text.
    // The keyboard may reach a link below the fold.
    return html`<div part="body" class="rich ${folded ? 'folded' : ''}" @focusin=${folded ? this.#onUnfold : nothing}>
        ${anew(editedAt, renderRichText(tree))}
      </div>
      ${
        long
          ? html`<button class="link" type="button" aria-expanded=${!folded} @click=${this.#onFold}>
              ${words(folded ? text.readMore : text.readLess)}
            </button>`
          : nothing
      }
      ${this.#renderContent(post)}`;
  }

  #renderContent(post: Post) {
    const link = linkOf(post);
    if (link !== undefined) return renderLinkPreview(link);
    void import('../kinds/parvis-post-content.js');
    return html`<parvis-post-content .postId=${post.id} .kind=${post.kind}></parvis-post-content>`;
  }

  #renderFooter({ id, commentCount, viewerCanComment, lockedAt }: Post) {
    const { text } = this.#locale;
    return html`<footer>
        <parvis-like-button .subject=${id}></parvis-like-button>
        ${
          commentCount || viewerCanComment
            ? html`<button
                class="discuss ${commentCount ? 'printed' : ''}"
                type="button"
                aria-expanded=${this.discussed}
                @click=${this.#onDiscuss}
              >
                ${words((commentCount ? text.comments(commentCount) : text.comment) + (lockedAt ? ` · ${text.closed}` : ''))}
              </button>`
            : nothing
        }
      </footer>
      ${
        this.discussed
          ? html`<parvis-comment-thread
              embedded
              .subject=${id}
              heading-level=${this.headingLevel + 1}
            ></parvis-comment-thread>`
          : nothing
      }`;
  }

  #renderActions(post: Post) {
    return html`<parvis-post-actions
      class="unprinted"
      .post=${post}
      @parvis-post-edit=${this.#onEdit}
      @parvis-post-settled=${this.#onSettled}
    ></parvis-post-actions>`;
  }

  protected override updated(): void {
    const post = this.#client.get<Post>(this.postId);
    this.ariaLabel = this.#locale.text.postBy(post?.author ? spoken.name(post.author, this.#locale.lang) : '');
    this.ariaBusy = post?.sending ? 'true' : null;
    if (post?.deletedAt) void import('../post-actions/parvis-post-actions.js');
  }

  /** Puts the keyboard where it was before something else took its place. */
  focusMenu(): void {
    (this.more ?? this).focus();
  }

  readonly #onUnfold = () => {
    this.unfolded = true;
  };

  readonly #onFold = () => {
    this.unfolded = !this.unfolded;
  };

  readonly #onDiscuss = () => {
    if (this.discussed) this.discussed = false;
    else this.openThread();
  };

  readonly #onMore = async () => {
    this.acted = true;
    await import('../post-actions/parvis-post-actions.js');
    await this.updateComplete;
    await this.actions?.showMenu(this.more!);
  };

  readonly #onEdit = async () => {
    await import('../post-editor/parvis-post-editor.js');
    this.editing = true;
  };

  readonly #onSettled = async () => {
    this.editing = false;
    await this.updateComplete;
    this.focusMenu();
  };
}
