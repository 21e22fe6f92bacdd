// Where people write to a discussion, or why they cannot, and what closes it. Loaded once a thread is shown: reading takes
// none of this.
import '@parvis/composer/parvis-composer.js';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { type LocaleController, noticeFor, type ParvisError, signInAddress, words } from '@parvis/core';
import { html, nothing, type LitElement } from 'lit';
import type { Commentable } from './comment-thread-operations.js';
import type { CommentThreadStrings } from './strings/en.js';
import type { ThreadController } from './thread-controller.js';
import { writingWords } from './writing-words.js';

export class ThreadWriting {
  readonly #host: LitElement;
  readonly #thread: ThreadController;
  readonly #locale: LocaleController<CommentThreadStrings>;
  /** The notice if the discussion was locked while the viewer was writing. */
  #closed: string | undefined;
  /** Why it was not closed or reopened. */
  #error: ParvisError | undefined;

  constructor(host: LitElement, thread: ThreadController, locale: LocaleController<CommentThreadStrings>) {
    this.#host = host;
    this.#thread = thread;
    this.#locale = locale;
  }

  render({ id, viewerCanComment }: Commentable, isClosed: boolean) {
    const said = writingWords(this.#locale.lang);
    const { viewer, settings } = this.#thread.value!.session;
    const isWriting = this.#host.renderRoot.querySelector('parvis-composer')?.hasText;
    const closed = isClosed && html`<p class="quiet" .textContent=${(isWriting && this.#closed) || said.closed}></p>`;
    if (isClosed && isWriting) this.#announceClosed();
    if (isClosed ? isWriting : viewerCanComment) {
      return html`${closed || nothing}<parvis-composer
          .label=${said.write}
          .placeholder=${said.placeholder}
          .submitLabel=${said.send}
          .maxLength=${settings.commentMaxLength}
          .draftKey=${id}
          @parvis-composer-submit=${this.#onSubmit}
        ></parvis-composer>`;
    }
    if (closed) return closed;
    return !viewer && settings.signInUrl
      ? html`<p class="quiet">
          <a class="button outlined" href=${signInAddress(settings.signInUrl)} target="_top">${said.signIn}</a>
        </p>`
      : nothing;
  }

  /** For who may close the discussion. */
  renderLock({ viewerCanLock, lockedAt }: Commentable) {
    if (!viewerCanLock) return nothing;
    const { close, reopen } = writingWords(this.#locale.lang);
    return html`<button type="button" @click=${this.#onLock}>${words(lockedAt ? reopen : close)}</button>`;
  }

  renderError() {
    return this.#error && noticeFor(this.#error);
  }

  #announceClosed(): void {
    if (this.#closed) return;
    void import('@parvis/core/announcer/meanwhile.js').then(({ announceClosed }) => {
      this.#closed ??= announceClosed(this.#locale.lang);
      this.#host.requestUpdate();
    });
  }

  readonly #onLock = async () => {
    const { toggleLock } = await import('./comment/comment-actions.js');
    this.#error = await toggleLock(this.#thread.client.current, this.#thread.commentable!);
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: ComposerSubmitEvent) => {
    event.waitUntil(
      import('./sending-comment.js').then(({ sendToThread }) => sendToThread(this.#thread, event.body, this.#locale)),
    );
  };
}
