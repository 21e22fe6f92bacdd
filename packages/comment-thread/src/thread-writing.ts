// Where people write to a discussion, or why they cannot. Loaded once a thread is shown: to read it takes none of this.
import '@parvis/composer/parvis-composer.js';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { signInAddress, type LocaleController } from '@parvis/core';
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

  constructor(host: LitElement, thread: ThreadController, locale: LocaleController<CommentThreadStrings>) {
    this.#host = host;
    this.#thread = thread;
    this.#locale = locale;
  }

  render({ id, viewerCanComment }: Commentable, isClosed: boolean) {
    const words = writingWords(this.#locale.lang);
    const { viewer, settings } = this.#thread.value!.session;
    const isWriting = this.#host.renderRoot.querySelector('parvis-composer')?.hasText;
    const closed = isClosed && html`<p class="quiet" .textContent=${(isWriting && this.#closed) || words.closed}></p>`;
    if (isClosed && isWriting) this.#announceClosed();
    if (isClosed ? isWriting : viewerCanComment) {
      return html`${closed || nothing}<parvis-composer
          .label=${words.write}
          .placeholder=${words.placeholder}
          .submitLabel=${words.send}
          .maxLength=${settings.commentMaxLength}
          .draftKey=${id}
          @parvis-composer-submit=${this.#onSubmit}
        ></parvis-composer>`;
    }
    if (closed) return closed;
    return !viewer && settings.signInUrl
      ? html`<p class="quiet">
          <a class="button outlined" href=${signInAddress(settings.signInUrl)} target="_top">${words.signIn}</a>
        </p>`
      : nothing;
  }

  #announceClosed(): void {
    if (this.#closed) return;
    void import('@parvis/core/announcer/meanwhile.js').then(({ announceClosed }) => {
      this.#closed ??= announceClosed(this.#locale.lang);
      this.#host.requestUpdate();
    });
  }

  readonly #onSubmit = (event: ComposerSubmitEvent) => {
    event.waitUntil(
      import('./sending-comment.js').then(({ sendToThread }) => sendToThread(this.#thread, event.body, this.#locale)),
    );
  };
}
