import {
  buttonStyles,
  fetchWhenIdle,
  hostStyles,
  LocaleController,
  noticeFor,
  resetStyles,
  signInAddress,
  skeletonStyles,
  words,
} from '@parvis/core';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { activityWallStyles } from './activity-wall-styles.js';
import { LinkedPostController } from './linked-post-controller.js';
import type { NearEndController } from './near-end-controller.js';
import type { PostFormElement } from './post-form/post-form-element.js';
import type { PostSubmitEvent } from './post-form/post-form-events.js';
import type { PostElement } from './post/post-element.js';
import { activityWallStrings } from './strings/catalogue.js';
import { renderSkeleton } from './skeleton-view.js';
import { WallController } from './wall-controller.js';
import { wallKey } from './wall-key.js';

const AUTOMATIC_PAGES = 3;

/**
 * Shows the posts of a wall, pinned ones first, then the newest first, and a form for those who may post. People can like
 * each post, comment on it and link to it.
 *
 * @attr {string} pass - A page pass, where not everybody may open the page: what its server says of the reader’s rights.
 * @csspart composer - The form for a new post.
 * @csspart posts - The posts.
 * @csspart post - One post.
 * @csspart more - The button that shows more posts.
 * @example
 * <parvis-activity-wall></parvis-activity-wall>
 * <parvis-activity-wall wall="page" page-size="10"></parvis-activity-wall>
 * <parvis-activity-wall wall="person:nadia.benali" composer="none"></parvis-activity-wall>
 */
export class ActivityWallElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, activityWallStyles];

  /** The key of the wall: `company`, `page` (for this page), `page:<page key>`, `person:<handle>` or `group:<short name>`. */
  @property() wall = 'company';

  /** The id of the channel to show, and to post in; without it, the whole wall is shown. */
  @property() channel?: string;

  /** The number of posts to load at a time. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** `auto` shows the form to those who may post; `none` never shows it. */
  @property() composer: 'auto' | 'none' = 'auto';

  /** Level of the heading of each post, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  @query('parvis-post-form') private readonly form?: PostFormElement;
  @query('.posts') private readonly feed?: HTMLElement;
  @query('.end') private readonly end?: HTMLElement;
  @queryAll('parvis-post') private readonly posts!: NodeListOf<PostElement>;

  readonly #wall = new WallController(
    this,
    () => wallKey(this.wall),
    () => this.pageSize,
    () => this.channel || undefined,
  );
  readonly #linked = new LinkedPostController(this, this.#wall.client);
  readonly #locale = new LocaleController(this, activityWallStrings);
  #nearEnd: NearEndController | undefined;
  #revealed: string | undefined;
  #focused: { element: Element; index: number } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // A page that shows the end at once has not asked for more: its first paint stays one request.
    document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true, once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('scroll', this.#onScroll, { capture: true });
  }

  protected override willUpdate(): void {
    const element = this.shadowRoot?.activeElement;
    this.#focused = element ? { element, index: [...this.posts].indexOf(element as PostElement) } : undefined;
  }

  protected override render() {
    const { value, error } = this.#wall;
    if (error) return [noticeFor(error, () => this.#wall.reload()), this.#renderUnsent()];
    if (!value || !this.#locale.ready) return renderSkeleton(this.#locale.text.loading, this.composer !== 'none');
    const ids = this.#wall.postIds;
    return html`${this.#renderComposer()} ${this.#renderUnsent()} ${this.#renderNew()} ${this.#renderLinked(ids)}
    ${ids.length ? this.#renderPosts(ids) : this.#renderEmpty()} ${this.#renderEnd(ids.length)}`;
  }

  #renderComposer() {
    const { text } = this.#locale;
    const { wall, session } = this.#wall.value!;
    if (this.composer === 'none') return nothing;
    if (wall.viewerCanPost) {
      return html`<parvis-post-form
        class="unprinted"
        part="composer"
        .label=${text.write}
        .submitLabel=${text.post}
        .maxLength=${session.settings.postMaxLength}
        .draftKey=${wall.id}
        .wallId=${this.channel ? undefined : wall.id}
        @parvis-post-submit=${this.#onSubmit}
      ></parvis-post-form>`;
    }
    if (session.viewer) return nothing;
    const { signInUrl } = session.settings;
    return html`<p class="sign-in unprinted">
      ${text.signInToPost}
      ${
        signInUrl
          ? html`<a class="button outlined" href=${signInAddress(signInUrl)} target="_top">${text.signIn}</a>`
          : nothing
      }
    </p>`;
  }

  /** Posts on their way; the code of it comes when there are any. */
  #renderUnsent() {
    return html`<parvis-unsent hidden .place=${`wall:${wallKey(this.wall)}`}></parvis-unsent>`;
  }

  #renderNew() {
    const ids = this.#wall.newIds;
    return ids.length
      ? html`<parvis-new-posts class="unprinted" .ids=${ids} @click=${this.#onNew}></parvis-new-posts>`
      : nothing;
  }

  /** A post that a link leads to, and that is not among those read. */
  #renderLinked(ids: readonly string[]) {
    const { text } = this.#locale;
    const linked = this.#linked.postOn(this.#wall.value!.wall.id);
    if (this.#linked.isGone) return html`<p class="note" role="status">${text.gone}</p>`;
    if (!linked || ids.includes(linked)) return nothing;
    return html`<section aria-labelledby="linked">
      <p class="note" id="linked">${text.linked}</p>
      ${this.#renderPost(linked)}
    </section>`;
  }

  /**
   * A feed by the ARIA practices rather than a list: its articles can be stepped through with Page Up and Page Down past
   * all that is in them, and screen readers know that it grows as one reads.
   */
  #renderPosts(ids: readonly string[]) {
    const size = this.#wall.hasMore ? -1 : ids.length;
    return html`<div
      class="posts"
      part="posts"
      role="feed"
      tabindex="-1"
      aria-label=${this.#locale.text.posts}
      aria-busy=${this.#wall.isLoadingMore}
      @keydown=${this.#onKeydown}
    >
      ${repeat(
        ids,
        (id) => id,
        (id, index) => this.#renderPost(id, index + 1, size),
      )}
    </div>`;
  }

  #renderPost(id: string, position?: number, size?: number) {
    return html`<parvis-post
      part="post"
      class="card"
      .postId=${id}
      .headingLevel=${this.headingLevel}
      aria-posinset=${position ?? nothing}
      aria-setsize=${size ?? nothing}
      ?linked=${id === this.#linked.postOn(this.#wall.value!.wall.id)}
    ></parvis-post>`;
  }

  #renderEmpty() {
    const { text } = this.#locale;
    const { wall } = this.#wall.value!;
    return html`<div class="empty">
      <b>${text.empty}</b>${wall.viewerCanPost ? html`<p>${text.invite}</p>` : nothing}
    </div>`;
  }

  #renderEnd(count: number) {
    const { text } = this.#locale;
    const { hasMore, isLoadingMore, moreError } = this.#wall;
    return html`<div class="end unprinted" tabindex="-1">
      ${
        moreError
          ? noticeFor(moreError, this.#onMore)
          : hasMore
            ? html`<button
                class="outlined"
                part="more"
                type="button"
                aria-disabled=${isLoadingMore}
                @click=${this.#onMore}
              >
                ${words(isLoadingMore ? text.loading : text.showMore)}
              </button>`
            : count > this.pageSize
              ? html`<p>${text.end}</p>`
              : nothing
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    // What a post is written, changed and deleted with: the network may be gone by then.
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
    fetchWhenIdle(() => import('./wall-writing.js'));
  }

  protected override updated(_changed: PropertyValues): void {
    this.#keepFocus();
    const { id } = this.#linked;
    const linked = this.#wall.value && this.#linked.postOn(this.#wall.value.wall.id);
    if (!id) this.#revealed = undefined;
    else if (linked && id !== this.#revealed) {
      this.#revealed = id;
      void this.#reveal(linked);
    }
  }

  /** The keyboard stays with a post that moves, and goes to the next one when its post leaves. */
  #keepFocus(): void {
    const { element, index = -1 } = this.#focused ?? {};
    if (!element || element === this.shadowRoot!.activeElement) return;
    if (element.isConnected) (element as Partial<PostElement>).focusMenu?.();
    else (this.posts[index] ?? this.posts[index - 1] ?? this.end)?.focus();
  }

  async #reveal(id: string): Promise<void> {
    const post = [...this.posts].find(({ postId }) => postId === id)!;
    await post.updateComplete;
    // The discussion shows its comment itself.
    if (this.#linked.isComment) return post.openThread();
    post.scrollIntoView();
    post.focus({ preventScroll: true });
  }

  readonly #onSubmit = ({ draft, waitUntil }: PostSubmitEvent) => {
    waitUntil(this.#wall.send(draft, this.#locale));
  };

  readonly #onScroll = async () => {
    const { NearEndController } = await import('./near-end-controller.js');
    this.#nearEnd ??= new NearEndController(this, {
      end: () => (this.#wall.hasMore ? (this.end ?? null) : null),
      limit: AUTOMATIC_PAGES,
      load: async () => (await this.#wall.more()).length > 0,
    });
  };

  readonly #onMore = async () => {
    const added = await this.#wall.more();
    if (!added.length) return;
    await this.updateComplete;
    [...this.posts].find(({ postId }) => added.includes(postId))?.focus();
    const { announce } = await import('@parvis/core/announcer/announce.js');
    announce(this.#locale.text.loaded(added.length), this.#locale.lang);
  };

  readonly #onNew = async () => {
    const added = this.#wall.newIds;
    this.#wall.showNew();
    await this.updateComplete;
    [...this.posts].find(({ postId }) => added.includes(postId))?.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    const [source] = event.composedPath() as Element[];
    // There, these keys have a meaning already.
    if (event.altKey || event.shiftKey || source!.closest('input, textarea, select, [role=menu], [role=listbox]'))
      return;
    const posts = [...this.feed!.querySelectorAll('parvis-post')];
    const at = posts.indexOf(event.target as PostElement);
    const ways: Record<string, HTMLElement | undefined> = event.ctrlKey
      ? { Home: this.form ?? this.feed, End: this.end }
      : { PageDown: posts[at + 1] ?? this.end, PageUp: posts[at - 1] };
    const to = ways[event.key];
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
}
