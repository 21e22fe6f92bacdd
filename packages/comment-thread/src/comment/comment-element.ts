import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  isLong,
  LocaleController,
  ParvisError,
  renderRichText,
  richTextStyles,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MenuAction, MenuElement } from '@parvis/core/menu/menu-element.js';
import type { ComposerElement } from '../composer/composer-element.js';
import type { ComposerSubmitEvent } from '../composer/composer-events.js';
import { commentThreadStrings } from '../strings/catalogue.js';
import { AnswersController } from './answers-controller.js';
import type { Comment } from './comment-operations.js';
import { commentStyles } from './comment-styles.js';
import { commentAddress } from './linked-comment.js';

const MORE = 'M6 12h.01M12 12h.01M18 12h.01';
const UNDO_WINDOW = 60_000;

/**
 * One comment and its answers. What only a click needs (its menu, the composer's tools, the words that write) comes with
 * the click.
 *
 * @csspart body - What its author wrote.
 */
export class CommentElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, richTextStyles, commentStyles];

  /** Which comment. Its fields are in the cache already. */
  @property() commentId = '';

  /** How many more times answers are set in. */
  @property({ type: Number }) depth = 2;

  /** Nobody may answer. */
  @property({ type: Boolean }) locked = false;

  /** The comments above the one that the page's address leads to, itself last. */
  @property({ attribute: false }) linked: readonly string[] = [];

  @state() private unfolded = false;
  @state() private answering = false;
  @state() private editing: string | undefined;
  @state() private menuOpen = false;
  @state() private forgotten = false;
  @state() private error: ParvisError | undefined;

  @query('.more') private readonly moreButton?: HTMLButtonElement;
  @query('.answer') private readonly answerButton?: HTMLButtonElement;
  @query('parvis-menu') private readonly menu?: MenuElement;
  @query('parvis-composer') private readonly composer?: ComposerElement;

  readonly #client = new ClientController(this);
  readonly #answers = new AnswersController(this, this.#client, () => this.commentId);
  readonly #locale = new LocaleController(this, commentThreadStrings);
  #undoTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'article';
    this.tabIndex = -1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#undoTimer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const target = this.linked.at(-1);
    this.toggleAttribute('linked', target === this.commentId);
    if (!changed.has('linked') || !target || !this.linked.includes(this.commentId)) return;
    if (target === this.commentId) void this.updateComplete.then(() => this.#show());
    else if (!this.#answers.list.ids.some((id) => this.linked.includes(id))) void this.#answers.showPathTo(target);
  }

  protected override render() {
    const comment = this.#client.get<Comment>(this.commentId);
    if (!comment || !this.#locale.ready) return nothing;
    return html`<parvis-avatar .person=${comment.author}></parvis-avatar>
      <div class="main">
        ${comment.deletedAt ? this.#renderTombstone(comment) : [this.#renderByline(comment), this.#renderBody(comment)]}
        ${this.error
          ? html`<parvis-notice .error=${this.error} .retryable=${false}></parvis-notice>`
          : nothing}
        ${comment.deletedAt || comment.sending || this.editing !== undefined ? nothing : this.#renderActions(comment)}
      </div>
      ${this.#renderAnswers(comment)}`;
  }

  #renderByline({ author, createdAt, editedAt, sending }: Comment) {
    const { text } = this.#locale;
    const place = [author?.department, author?.location].filter(Boolean).join(', ');
    return html`<div class="by">
      <b><parvis-person-name .person=${author}></parvis-person-name></b>
      ${author?.status === 'DEPARTED'
        ? html`<span>${text.departed}</span>`
        : place
          ? html`<span>${place}</span>`
          : nothing}
      ${sending
        ? html`<span>${text.sending}</span>`
        : html`<a href=${commentAddress(this.commentId)}
            ><parvis-relative-time datetime=${createdAt}></parvis-relative-time
          ></a>`}
      ${editedAt ? html`<span>${text.edited}</span>` : nothing}
    </div>`;
  }

  #renderBody({ body }: Comment) {
    const { text } = this.#locale;
    if (this.editing !== undefined) {
      return html`<parvis-composer
        cancelable
        .label=${text.edit}
        .submitLabel=${text.save}
        .value=${this.editing}
        @parvis-composer-submit=${this.#onSave}
        @parvis-composer-cancel=${this.#onEdited}
      ></parvis-composer>`;
    }
    const tree = body?.tree ?? [];
    const long = isLong(tree);
    const folded = long && !this.unfolded;
    // The keyboard may reach a link below the fold.
    return html`<div class="rich ${folded ? 'folded' : ''}" part="body" @focusin=${folded ? this.#onFold : nothing}>
        ${renderRichText(tree)}
      </div>
      ${long
        ? html`<button class="link" type="button" aria-expanded=${!folded} @click=${this.#onFold}>
            ${folded ? text.readMore : text.readLess}
          </button>`
        : nothing}`;
  }

  #renderActions(comment: Comment) {
    const { text } = this.#locale;
    const { author, viewerCanComment } = comment;
    return html`<div class="actions">
      <parvis-like-button variant="compact" .subject=${this.commentId}></parvis-like-button>
      ${viewerCanComment && !this.locked
        ? html`<button
            class="answer"
            type="button"
            aria-expanded=${this.answering}
            aria-label=${text.answerTo(author?.name ?? '')}
            @click=${this.#onAnswer}
          >
            ${text.answer}
          </button>`
        : nothing}
      <button class="more" type="button" aria-haspopup="menu" aria-label=${text.more} @click=${this.#onMore}>
        ${icon(MORE)}
      </button>
      ${this.menuOpen
        ? html`<parvis-menu .label=${text.more} .actions=${this.#menuActions(comment)}></parvis-menu>`
        : nothing}
    </div>`;
  }

  #menuActions({ viewerCanUpdate, viewerCanDelete }: Comment): MenuAction[] {
    const { text } = this.#locale;
    return [
      { label: text.copyLink, act: () => void this.#copyLink() },
      ...(viewerCanUpdate ? [{ label: text.edit, act: () => void this.#edit() }] : []),
      ...(viewerCanDelete ? [{ label: text.delete, act: () => void this.#delete() }] : []),
    ];
  }

  #renderTombstone({ viewerCanRestore, deletedAt }: Comment) {
    const { text } = this.#locale;
    const left = Date.parse(deletedAt!) + UNDO_WINDOW - Date.now();
    if (viewerCanRestore && left > 0 && !this.forgotten) {
      this.#undoTimer ??= setTimeout(() => (this.forgotten = true), left);
      return html`<p class="tombstone">
        ${text.deleted} <button class="link undo" type="button" @click=${this.#onUndo}>${text.undo}</button>
      </p>`;
    }
    return html`<p class="tombstone">${text.removed}</p>`;
  }

  #renderAnswers(comment: Comment) {
    const { list } = this.#answers;
    const { text } = this.#locale;
    const remaining = this.#answers.remaining(comment);
    if (!list.ids.length && !remaining && !this.answering) return nothing;
    return html`<div class="answers ${this.depth > 0 ? 'inset' : ''}">
      ${list.hasPrevious ? this.#renderMore(text.showEarlierAnswers, () => list.previous()) : nothing}
      <ul role="list">
        ${repeat(
          list.ids,
          (id) => id,
          (id) =>
            html`<li>
              <parvis-comment
                .commentId=${id}
                .depth=${this.depth - 1}
                .linked=${this.linked}
                ?locked=${this.locked}
              ></parvis-comment>
            </li>`,
        )}
      </ul>
      ${list.error ? html`<parvis-notice .error=${list.error} .retryable=${false}></parvis-notice>` : nothing}
      ${remaining ? this.#renderMore(text.showAnswers(remaining), () => list.more()) : nothing}
      ${this.answering
        ? html`<parvis-composer
            cancelable
            .label=${text.answerTo(comment.author?.name ?? '')}
            .placeholder=${text.answerTo(comment.author?.name ?? '')}
            .submitLabel=${text.send}
            .draftKey=${this.commentId}
            @parvis-composer-submit=${this.#onSend}
            @parvis-composer-cancel=${this.#onAnswered}
          ></parvis-composer>`
        : nothing}
    </div>`;
  }

  #renderMore(label: string, read: () => Promise<readonly string[]>) {
    const onClick = async () => {
      const [first] = await read();
      await this.updateComplete;
      const comments = [...this.renderRoot.querySelectorAll<CommentElement>('parvis-comment')];
      comments.find(({ commentId }) => commentId === first)?.focus();
    };
    return html`<button class="show" type="button" ?disabled=${!!this.#answers.list.loading} @click=${onClick}>
      ${label}
    </button>`;
  }

  protected override updated(): void {
    const comment = this.#client.get<Comment>(this.commentId);
    const { text } = this.#locale;
    this.ariaLabel = comment?.author ? text.commentBy(comment.author.name) : text.deletedComment;
    this.ariaBusy = comment?.sending ? 'true' : null;
  }

  #show(): void {
    this.scrollIntoView({ block: 'center' });
    this.focus({ preventScroll: true });
  }

  async #write(act: (writer: typeof import('../comment-writer.js')) => Promise<void>): Promise<boolean> {
    this.error = undefined;
    try {
      await act(await import('../comment-writer.js'));
      return true;
    } catch (reason) {
      this.error = ParvisError.from(reason);
      return false;
    }
  }

  readonly #onFold = () => {
    this.unfolded = !this.unfolded;
  };

  readonly #onAnswer = async () => {
    this.answering = true;
    await this.updateComplete;
    this.composer?.focus();
  };

  readonly #onAnswered = async () => {
    this.answering = false;
    await this.updateComplete;
    this.answerButton?.focus();
  };

  readonly #onSend = (event: ComposerSubmitEvent) => {
    event.waitUntil(
      this.#answers.send(event.body).then(() => {
        announce(this.#locale.text.added, this.#locale.lang);
        return this.#onAnswered();
      }),
    );
  };

  readonly #onMore = async () => {
    await import('@parvis/core/menu/parvis-menu.js');
    this.menuOpen = true;
    await this.updateComplete;
    await this.menu?.show(this.moreButton!);
  };

  async #edit(): Promise<void> {
    await this.#write(async ({ commentSource }) => {
      this.editing = await commentSource(this.#client.current, this.commentId);
    });
    await this.updateComplete;
    this.composer?.focus();
  }

  async #copyLink(): Promise<void> {
    const { copyText } = await import('@parvis/core/menu/copy-text.js');
    await copyText(commentAddress(this.commentId));
    announce(this.#locale.text.copied, this.#locale.lang);
  }

  readonly #onSave = (event: ComposerSubmitEvent) => {
    event.waitUntil(
      import('../comment-writer.js')
        .then(({ updateComment }) => updateComment(this.#client.current, this.commentId, event.body))
        .then(this.#onEdited),
    );
  };

  readonly #onEdited = async () => {
    this.editing = undefined;
    await this.updateComplete;
    this.moreButton?.focus();
  };

  async #delete(): Promise<void> {
    if (!(await this.#write(({ deleteComment }) => deleteComment(this.#client.current, this.commentId)))) return;
    announce(this.#locale.text.deleted, this.#locale.lang);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  }

  readonly #onUndo = async () => {
    if (!(await this.#write(({ restoreComment }) => restoreComment(this.#client.current, this.commentId)))) return;
    announce(this.#locale.text.restored, this.#locale.lang);
    await this.updateComplete;
    this.moreButton?.focus();
  };
}
