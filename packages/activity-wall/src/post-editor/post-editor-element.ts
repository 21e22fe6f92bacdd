import {
  announce,
  ClientController,
  hostStyles,
  LocaleController,
  QueryController,
  skeletonStyles,
} from '@parvis/core';
import { changedMeanwhile } from '@parvis/core/announcer/meanwhile.js';
import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { readSource, updatePost } from '../post-actions/post-writer.js';
import type { Post } from '../post/post.js';
import type { PostFormElement } from '../post-form/post-form-element.js';
import type { PostSubmitEvent } from '../post-form/post-form-events.js';
import { postEditorStrings } from './strings/catalogue.js';

/** The viewer is done with changing the post: saved or not. */
export class PostEditorCloseEvent extends Event {
  static readonly type = 'parvis-post-editor-close';
  constructor() {
    super(PostEditorCloseEvent.type);
  }
}

/**
 * Changes a post where it stands.
 *
 * @fires {PostEditorCloseEvent} parvis-post-editor-close - The viewer is done, saved or not.
 */
export class PostEditorElement extends LitElement {
  static override styles = [hostStyles, skeletonStyles];

  @property() postId = '';

  @query('parvis-post-form') private readonly form?: PostFormElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, postEditorStrings);
  readonly #source = new QueryController(this, {
    args: () => [this.#client.current, this.postId] as const,
    load: async ([client, id]) => {
      const [source, { settings }] = await Promise.all([readSource(client, id), client.session()]);
      return { source, maxLength: settings.postMaxLength, post: client.cache.get<Post>(id)! };
    },
  });
  #focused = false;

  protected override render() {
    const { value, error } = this.#source;
    const { text, lang, ready } = this.#locale;
    if (error) {
      return html`<parvis-notice .error=${error} @parvis-notice-retry=${() => this.#source.reload()}></parvis-notice>`;
    }
    if (!value || !ready) return html`<span class="skeleton"></span><span class="skeleton short"></span>`;
    const isChanged = value.post.editedAt !== this.#client.get<Post>(this.postId)?.editedAt;
    return html`${isChanged ? html`<p>${changedMeanwhile(lang)}</p>` : nothing}<parvis-post-form
        .label=${text.editPost}
        .submitLabel=${text.save}
        .maxLength=${value.maxLength}
        .draftKey=${`edit:${this.postId}`}
        .value=${value.source}
        .post=${value.post}
        cancelable
        @parvis-post-submit=${this.#onSubmit}
        @parvis-post-cancel=${this.#close}
      ></parvis-post-form>`;
  }

  protected override updated(): void {
    if (this.#focused || !this.form) return;
    this.#focused = true;
    void this.form.updateComplete.then(() => this.form!.focus());
  }

  readonly #onSubmit = ({ draft, waitUntil }: PostSubmitEvent) => {
    const saved = updatePost(this.#client.current, this.postId, draft);
    waitUntil(saved);
    saved.then(
      () => {
        announce(this.#locale.text.saved, this.#locale.lang);
        this.#close();
      },
      // The composer keeps the text and says why.
      () => {},
    );
  };

  readonly #close = () => {
    this.dispatchEvent(new PostEditorCloseEvent());
  };
}

declare global {
  interface HTMLElementEventMap {
    [PostEditorCloseEvent.type]: PostEditorCloseEvent;
  }
}
