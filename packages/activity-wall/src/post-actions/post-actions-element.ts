import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  ParvisError,
  permalink,
} from '@parvis/core';
import { copyText, sharedAddress } from '@parvis/core/menu/copy-text.js';
import type { MenuAction, MenuElement } from '@parvis/core/menu/menu-element.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Post } from '../post/post.js';
import { postActionsStrings } from './strings/catalogue.js';
import { PostEditEvent, PostSettledEvent } from './post-actions-events.js';
import { postActionsStyles } from './post-actions-styles.js';
import { deletePost, restorePost, setPinned } from './post-writer.js';

const UNDO_PERIOD = 60_000;
/** How long it is shown that the link was copied. */
const NOTICE_PERIOD = 4_000;

/**
 * What the viewer may do with a post beside liking and discussing it: its menu, and below the post what comes of a
 * choice. A post that has been deleted shows nothing else, for as long as its author may take that back.
 *
 * @fires {PostEditEvent} parvis-post-edit - The viewer wants to change the post.
 * @fires {PostSettledEvent} parvis-post-settled - The post is as it was: kept, or back after a deletion.
 */
export class PostActionsElement extends LitElement {
  static override styles = [hostStyles, alertStyles, buttonStyles, postActionsStyles];

  @property({ attribute: false }) post!: Post;

  @state() private confirming = false;
  @state() private copied = false;
  @state() private error: ParvisError | undefined;

  @query('parvis-menu') private readonly menu!: MenuElement;
  @query('.answer') private readonly answer?: HTMLButtonElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, postActionsStrings);
  #deleting: Promise<void> | undefined;
  #wantsFocus = false;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  async showMenu(anchor: HTMLElement): Promise<void> {
    await this.updateComplete;
    // The menu takes its place by the width of its words.
    await this.#locale.loaded;
    await this.updateComplete;
    await this.menu.show(anchor);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#undoTimer);
    this.#undoTimer = undefined;
    clearTimeout(this.#copiedTimer);
    this.copied = false;
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<parvis-menu .label=${text.more} .actions=${this.#actions}></parvis-menu>
      ${this.post.deletedAt ? this.#renderDeleted() : this.confirming ? this.#renderConfirmation() : nothing}
      ${this.copied ? html`<p class="done">${text.copied}</p>` : nothing}
      ${this.error ? html`<parvis-notice .error=${this.error} .retryable=${false}></parvis-notice>` : nothing}`;
  }

  #renderDeleted() {
    const { text } = this.#locale;
    return html`<p>
      ${text.deleted}
      ${
        this.post.viewerCanRestore
          ? html`<button class="answer link" type="button" @click=${this.#onUndo}>${text.undo}</button>`
          : nothing
      }
    </p>`;
  }

  #renderConfirmation() {
    const { text } = this.#locale;
    return html`<div role="group" aria-labelledby="question" @keydown=${this.#onKeydown}>
      <p id="question">${text.confirmDelete}</p>
      <button class="danger" type="button" @click=${this.#onDelete}>${text.delete}</button>
      <button class="answer outlined" type="button" aria-describedby="question" @click=${this.#onKeep}>
        ${text.keep}
      </button>
    </div>`;
  }

  protected override updated(): void {
    if (this.#wantsFocus && this.answer) {
      this.#wantsFocus = false;
      this.answer.focus();
    }
    if (!this.post.deletedAt || !this.post.viewerCanRestore) {
      clearTimeout(this.#undoTimer);
      this.#undoTimer = undefined;
      return;
    }
    // Without the right to undo, a deleted post is of no use to anybody: the wall drops it.
    const forget = () => this.#client.current.cache.write({ id: this.post.id, viewerCanRestore: false });
    this.#undoTimer ??= setTimeout(forget, UNDO_PERIOD);
  }

  get #actions(): MenuAction[] {
    const { text } = this.#locale;
    const { post } = this;
    return [
      { label: text.copyLink, act: () => void this.#copyLink() },
      post.viewerCanPin && { label: post.pinnedAt ? text.unpin : text.pin, act: () => void this.#pin() },
      post.viewerCanUpdate && { label: text.edit, act: () => this.dispatchEvent(new PostEditEvent()) },
      post.viewerCanDelete && { label: text.delete, act: () => this.#askDelete() },
    ].filter((action) => action !== false);
  }

  async #copyLink(): Promise<void> {
    await copyText(permalink('post', this.post.id, sharedAddress()));
    this.copied = true;
    announce(this.#locale.text.copied, this.#locale.lang);
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => (this.copied = false), NOTICE_PERIOD);
  }

  async #pin(): Promise<void> {
    const { text, lang } = this.#locale;
    const pinned = !this.post.pinnedAt;
    await this.#try(setPinned(this.#client.current, this.post.id, pinned));
    if (!this.error) announce(pinned ? text.pinned : text.unpinned, lang);
  }

  #askDelete(): void {
    this.#wantsFocus = true;
    // Authors can undo; who deletes the post of somebody else cannot.
    if (this.post.viewerDidAuthor) void this.#delete();
    else this.confirming = true;
  }

  async #delete(): Promise<void> {
    this.#deleting = this.#try(deletePost(this.#client.current, this.post));
    await this.#deleting;
    this.confirming = false;
    if (this.error) this.dispatchEvent(new PostSettledEvent());
    else announce(this.#locale.text.deleted, this.#locale.lang);
  }

  async #try(work: Promise<void>): Promise<void> {
    this.error = undefined;
    await work.catch((reason: unknown) => (this.error = ParvisError.from(reason)));
  }

  readonly #onDelete = () => void this.#delete();

  readonly #onUndo = async () => {
    await this.#deleting;
    if (this.error) return;
    await this.#try(restorePost(this.#client.current, this.post.id));
    if (this.error) return;
    announce(this.#locale.text.restored, this.#locale.lang);
    this.dispatchEvent(new PostSettledEvent());
  };

  readonly #onKeep = () => {
    this.confirming = false;
    this.dispatchEvent(new PostSettledEvent());
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Not for what this stands in.
    event.preventDefault();
    this.#onKeep();
  };
}

declare global {
  interface HTMLElementEventMap {
    [PostEditEvent.type]: PostEditEvent;
    [PostSettledEvent.type]: PostSettledEvent;
  }
}
