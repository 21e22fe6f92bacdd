import {
  buttonStyles,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  resetStyles,
  skeletonStyles,
  words,
  fetchWhenIdle,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { LikeActions } from './like-actions.js';
import { likeButtonStyles } from './like-button-styles.js';
import { LikeController } from './like-controller.js';
import type { LikeToggledEvent, LikeToggleEvent } from './like-events.js';
import type { ReactableFields } from './like-operations.js';
import { LIKE_PATH, type ReactionContent } from './reaction.js';
import { likeButtonStrings } from './strings/catalogue.js';

const loadActions = () => import('./like-actions.js');

// The icons of other reactions come where one of them is shown.
let paths: Partial<Record<ReactionContent, string>> = { LIKE: LIKE_PATH };

/**
 * Lets the viewer like any page, post or comment, and shows how many people did. A click likes, another takes it back;
 * a hold, a hover or the down arrow offers the other reactions; the count opens the list of those who reacted.
 *
 * @attr {string} pass - A page pass, where not everybody may open the page: what its server says of the reader’s rights.
 * @fires {LikeToggleEvent} parvis-like-toggle - Before the reaction changes. Cancelable.
 * @fires {LikeToggledEvent} parvis-like-toggled - After the server has it.
 * @csspart like - The button that likes.
 * @csspart count - The button that shows how many people reacted, and who.
 * @cssproperty [--parvis-like-color=inherit] - Colour at rest.
 * @example
 * <parvis-like-button></parvis-like-button>
 * <parvis-like-button subject="/news/line-4" variant="compact"></parvis-like-button>
 */
export class LikeButtonElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, likeButtonStyles];

  /** What is liked: a page's address or key, or the id of a post or comment. Default: this page. */
  @property() subject?: string;

  /** `like` allows the like alone. Default: all that the server offers. */
  @property() reactions: 'all' | 'like' = 'all';

  /** `button`, `compact` (quiet, for the foot of a comment) or `count` (shows how many, and does nothing). */
  @property() variant: 'button' | 'compact' | 'count' = 'button';

  readonly #like = new LikeController(this, () => this.subject);
  readonly #locale = new LocaleController(this, likeButtonStrings);
  #actions: LikeActions | undefined;

  protected override render() {
    const { reactable, error } = this.#like;
    if (error && !reactable) return noticeFor(error, () => this.#like.reload());
    if (!reactable || !this.#locale.ready) return html`<span class="skeleton as-${this.variant}"></span>`;
    if (this.variant === 'count') return this.#renderTotal(reactable);
    return [this.#renderPill(reactable), this.#actions?.render(reactable)];
  }

  #renderPill({ viewerReaction, reactionCount, reactionGroups }: ReactableFields) {
    const { text, lang } = this.#locale;
    const hasChoice = this.reactions !== 'like' && reactionGroups.length > 1;
    const shown = viewerReaction ?? 'LIKE';
    const label = text.reactions[shown];
    const on = (event: Event) => this.#onEvent(event, hasChoice);
    return html`<span class="pill as-${this.variant} ${viewerReaction ? 'chosen' : ''}">
      <button
        class="like ${reactionCount ? 'printed' : ''}"
        part="like"
        type="button"
        aria-pressed=${viewerReaction !== null}
        aria-label=${text.name(label, reactionCount)}
        aria-haspopup=${hasChoice ? 'menu' : nothing}
        aria-expanded=${hasChoice ? !!this.#actions?.isOpen : nothing}
        @click=${on}
        @pointerenter=${on}
        @pointerleave=${on}
        @pointerdown=${on}
        @pointerup=${on}
        @pointercancel=${on}
        @contextmenu=${on}
        @keydown=${on}
      >
        ${icon(this.#pathOf(shown))}<span .textContent=${label}></span>
      </button>
      ${
        reactionCount
          ? html`<button
              class="count printed"
              part="count"
              type="button"
              aria-haspopup="dialog"
              aria-label=${text.whoReacted(reactionCount)}
              translate="no"
              @click=${this.#onCount}
            >
              ${words(new Intl.NumberFormat(lang).format(reactionCount))}
            </button>`
          : nothing
      }
    </span>`;
  }

  #renderTotal({ reactionCount }: ReactableFields) {
    const { text, lang } = this.#locale;
    const total = new Intl.NumberFormat(lang).format(reactionCount);
    return html`<span class="total" role="img" aria-label=${text.name(text.reactions.LIKE, reactionCount)}
      >${icon(LIKE_PATH)}<span translate="no" .textContent=${total}></span
    ></span>`;
  }

  protected override firstUpdated(): void {
    if (this.variant !== 'count') fetchWhenIdle(() => this.#act(() => {}));
  }

  async #act(act: (actions: LikeActions) => unknown): Promise<void> {
    // At once where it is loaded: what leaves one element enters another in the same moment, in this order.
    if (!this.#actions) {
      const { LikeActions } = await loadActions();
      this.#actions ??= new LikeActions(this, this.#like);
    }
    act(this.#actions);
  }

  #onEvent(event: Event, hasChoice: boolean): void {
    // Now or never: the link that this may stand in must not be followed, the page must not scroll.
    if (event.type === 'click' || (hasChoice && (event as KeyboardEvent).key === 'ArrowDown')) event.preventDefault();
    void this.#act((actions) => actions.on(event, hasChoice));
  }

  #pathOf(reaction: ReactionContent): string {
    const path = paths[reaction];
    if (path === undefined) {
      void import('./reaction-paths.js').then(({ REACTION_PATHS }) => {
        paths = REACTION_PATHS;
        this.requestUpdate();
      });
    }
    return path ?? '';
  }

  readonly #onCount = (event: Event) => {
    event.preventDefault();
    void this.#act((actions) => actions.openReactors());
  };
}

declare global {
  interface HTMLElementEventMap {
    'parvis-like-toggle': LikeToggleEvent;
    'parvis-like-toggled': LikeToggledEvent;
  }
}
