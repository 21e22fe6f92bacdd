// All that people do with a comment. Loaded with the first click on one of its buttons: to read takes none of it.
import '@parvis/core/notice/parvis-notice.js';
import {
  announce,
  closestComposed,
  noticeFor,
  ParvisError,
  type ClientController,
  type LocaleController,
  pageKey,
  permalink,
} from '@parvis/core';
import { changedMeanwhile } from '@parvis/core/announcer/meanwhile.js';
import { copyText, sharedAddress } from '@parvis/core/menu/copy-text.js';
import { spokenName } from '@parvis/core/person/kind-words.js';
import type { MenuAction, MenuElement } from '@parvis/core/menu/menu-element.js';
import '@parvis/core/menu/parvis-menu.js';
import { html, nothing, type LitElement } from 'lit';
import '@parvis/composer/parvis-composer.js';
import { commentSource, deleteComment, restoreComment, updateComment } from '../comment-writer.js';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { sendComment } from '../sending-comment.js';
import { writingWords } from '../writing-words.js';
import type { CommentThreadStrings } from '../strings/en.js';
import { actionWords } from './action-words.js';
import type { RepliesController } from './replies-controller.js';
import type { Comment } from './comment-operations.js';

export { toggleLock } from '../comment-writer.js';

/** How long its author can take a deletion back, in ms; the server keeps to the same. */
const UNDO_PERIOD = 60_000;

export interface CommentParts {
  id: string;
  maxLength: number;
  client: ClientController;
  replies: RepliesController;
  locale: LocaleController<CommentThreadStrings>;
}

export class CommentActions {
  /** Why the last action was not taken. */
  error: ParvisError | undefined;
  isReplying = false;

  readonly #host: LitElement;
  readonly #parts: CommentParts;
  #hasUnsent = false;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  #source: string | undefined;
  /** When what is edited was last changed, before. */
  #editedAt: string | null | undefined;

  constructor(host: LitElement, parts: CommentParts) {
    this.#host = host;
    this.#parts = parts;
    // To show what comes with this code.
    host.requestUpdate();
  }

  get isEditing(): boolean {
    return this.#source !== undefined;
  }

  async reply(): Promise<void> {
    this.isReplying = true;
    await this.#focus('.replies > parvis-composer');
  }

  async openMenu(): Promise<void> {
    await this.#rendered();
    await this.#find<MenuElement>('parvis-menu')?.show(this.#find('.more')!);
  }

  async undo(): Promise<void> {
    const { id, client, locale } = this.#parts;
    if (!(await this.#try(restoreComment(client.current, id)))) return;
    clearTimeout(this.#undoTimer);
    announce(actionWords(locale.lang).restored, locale.lang);
    await this.#focus('.more');
  }

  renderMenu({ viewerCanUpdate, viewerCanDelete }: Comment) {
    const { text, lang } = this.#parts.locale;
    const words = actionWords(lang);
    const actions: MenuAction[] = [{ label: words.copyLink, act: () => void this.#copyLink() }];
    if (viewerCanUpdate) actions.push({ label: words.edit, act: () => void this.#edit() });
    if (viewerCanDelete) actions.push({ label: words.delete, act: () => void this.#delete() });
    return html`<parvis-menu .label=${text.more} .actions=${actions}></parvis-menu>`;
  }

  /** That it was deleted, and how to take that back. */
  renderUndo() {
    const { deleted, undo } = actionWords(this.#parts.locale.lang);
    return html`${deleted} <button class="link undo" type="button" @click=${() => void this.undo()}>${undo}</button>`;
  }

  /** What stands below the text: why the last action was not taken, and the rest of the mail by which it came. */
  renderBelow({ viewerHasMailRest, deletedAt }: Comment) {
    const hasRest = viewerHasMailRest && !deletedAt && !this.isEditing;
    if (hasRest) void import('./mail-rest/parvis-mail-rest.js');
    return [
      this.error ? noticeFor(this.error) : nothing,
      hasRest ? html`<parvis-mail-rest .commentId=${this.#parts.id}></parvis-mail-rest>` : nothing,
    ];
  }

  renderEditor() {
    if (!this.isEditing) return undefined;
    const { id, client, maxLength, locale } = this.#parts;
    const words = actionWords(locale.lang);
    const isChanged = client.get<Comment>(id)?.editedAt !== this.#editedAt;
    return html`${isChanged ? html`<p class="tombstone">${changedMeanwhile(locale.lang)}</p>` : nothing}<parvis-composer
        cancelable
        .label=${words.edit}
        .submitLabel=${words.save}
        .maxLength=${maxLength}
        .draftKey=${`edit:${id}`}
        .value=${this.#source!}
        @parvis-composer-submit=${this.#onSave}
        @parvis-composer-cancel=${this.#onEdited}
      ></parvis-composer>`;
  }

  /** Where a reply is written, and those that could not be sent. */
  renderReplyForm(comment: Comment) {
    if (!this.isReplying && !this.#hasUnsent) return undefined;
    const { id } = this.#parts;
    return html`${
      this.#hasUnsent ? html`<parvis-unsent hidden .place=${this.#threadKey} .subject=${id}></parvis-unsent>` : nothing
    }
    ${this.isReplying ? this.#renderReplyComposer(comment) : nothing}`;
  }

  #renderReplyComposer({ author }: Comment) {
    const { id, maxLength, locale } = this.#parts;
    const name = author ? spokenName(author, locale.lang) : '';
    const label = locale.text.replyTo(name);
    return html`<parvis-composer
      cancelable
      .label=${label}
      .placeholder=${label}
      .submitLabel=${writingWords(locale.lang).send}
      .maxLength=${maxLength}
      .draftKey=${id}
      @parvis-composer-submit=${(event: ComposerSubmitEvent) => event.waitUntil(this.#send(event.body, name))}
      @parvis-composer-cancel=${this.#onReplied}
    ></parvis-composer>`;
  }

  get #threadKey(): string {
    const thread = closestComposed(this.#host, 'parvis-comment-thread') as { subject?: string } | null;
    return pageKey(thread?.subject);
  }

  async #copyLink(): Promise<void> {
    const { id, locale } = this.#parts;
    await copyText(permalink('comment', id, sharedAddress()));
    announce(actionWords(locale.lang).copied, locale.lang);
  }

  async #edit(): Promise<void> {
    const { id, client } = this.#parts;
    const read = commentSource(client.current, id).then((source) => {
      this.#editedAt = client.get<Comment>(id)?.editedAt;
      this.#source = source;
    });
    if (await this.#try(read)) await this.#focus('.main > parvis-composer');
  }

  async #delete(): Promise<void> {
    const { id, client, locale } = this.#parts;
    if (!(await this.#try(deleteComment(client.current, id)))) return;
    announce(actionWords(locale.lang).deleted, locale.lang);
    // The offer to undo goes when it can no longer be taken.
    const forget = () => client.current.cache.write({ id, viewerCanRestore: false });
    this.#undoTimer = setTimeout(forget, UNDO_PERIOD);
    await this.#focus('.undo');
  }

  async #try(work: Promise<unknown>): Promise<boolean> {
    this.error = undefined;
    await work.catch((reason: unknown) => (this.error = ParvisError.from(reason)));
    await this.#rendered();
    return !this.error;
  }

  async #focus(selector: string): Promise<void> {
    await this.#rendered();
    (this.#find(selector) ?? this.#host).focus();
  }

  #rendered(): Promise<boolean> {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#host.renderRoot.querySelector<E>(selector);
  }

  async #send(body: string, repliesTo = ''): Promise<void> {
    const { id, client, replies: controller, locale } = this.#parts;
    const { list } = controller;
    const threadKey = this.#threadKey;
    const isSent = await sendComment({
      client: client.current,
      threadKey,
      subjectId: id,
      body,
      repliesTo,
      list,
      locale,
    });
    this.#hasUnsent ||= !isSent;
    await this.#onReplied();
  }

  readonly #onReplied = () => {
    this.isReplying = false;
    return this.#focus('.reply');
  };

  readonly #onSave = (event: ComposerSubmitEvent) => {
    const { id, client } = this.#parts;
    event.waitUntil(updateComment(client.current, id, event.body).then(this.#onEdited));
  };

  readonly #onEdited = () => {
    this.#source = undefined;
    return this.#focus('.more');
  };
}
