import { buttonStyles, hostStyles, icon, LocaleController, skeletonStyles } from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { likeButtonStyles } from './like-button-styles.js';
import { LikeController } from './like-controller.js';
import { LikeToggledEvent, LikeToggleEvent } from './like-events.js';
import type { ReactableFields } from './like-operations.js';
import { OpeningGestures } from './opening-gestures.js';
import { REACTION_PATHS, type ReactionContent } from './reaction.js';
import type { ReactionChosenEvent, ReactionPickerElement } from './reaction-picker/reaction-picker-element.js';
import type { ReactorsElement } from './reactors/reactors-element.js';
import { likeButtonStrings } from './strings/catalogue.js';

/**
 * Lets the viewer like any page, post or comment, and shows how many people did. A click likes, another takes it back;
 * a hold, a hover or the down arrow offers the other reactions; the count opens the list of those who reacted.
 *
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
  static override styles = [hostStyles, buttonStyles, skeletonStyles, likeButtonStyles];

  /** What is liked: a page's address or key, or the id of a post or comment. Default: this page. */
  @property() subject?: string;

  /** `like` allows the like alone. Default: all that the server offers. */
  @property() reactions: 'all' | 'like' = 'all';

  /** `button`, `compact` (quiet, for the foot of a comment) or `count` (shows how many, and does nothing). */
  @property() variant: 'button' | 'compact' | 'count' = 'button';

  @state() private open: 'picker' | 'reactors' | undefined;

  @query('.like') private readonly button!: HTMLButtonElement;
  @query('.count') private readonly counter?: HTMLButtonElement;
  @query('parvis-reaction-picker') private readonly picker?: ReactionPickerElement;
  @query('parvis-reactors') private readonly reactors?: ReactorsElement;

  readonly #like = new LikeController(this, () => this.subject);
  readonly #locale = new LocaleController(this, likeButtonStrings);
  readonly #gestures = new OpeningGestures(
    ({ focus }) => void this.#openPicker(focus),
    () => this.picker?.close(),
  );

  protected override render() {
    const { reactable, error, refusal } = this.#like;
    if (error && !reactable) {
      return html`<parvis-notice .error=${error} @parvis-notice-retry=${() => this.#like.reload()}></parvis-notice>`;
    }
    if (!reactable || !this.#locale.ready) return html`<span class="skeleton ${this.variant}"></span>`;
    if (this.variant === 'count') return this.#renderTotal(reactable);
    return html`${this.#renderPill(reactable)}${this.#renderPopovers(reactable)}${refusal
      ? html`<parvis-notice .error=${refusal} @parvis-notice-retry=${this.#onClick}></parvis-notice>`
      : nothing}`;
  }

  #renderPill({ viewerReaction, reactionCount }: ReactableFields) {
    const { text } = this.#locale;
    const gestures = this.#gestures;
    const hasChoice = this.#hasChoice;
    const shown = viewerReaction ?? 'LIKE';
    const label = text.reactions[shown];
    return html`<span class="pill ${this.variant} ${viewerReaction ? 'chosen' : ''}">
      <button
        class="like"
        part="like"
        type="button"
        aria-pressed=${viewerReaction !== null}
        aria-label=${text.name(label, reactionCount)}
        aria-haspopup=${hasChoice ? 'menu' : nothing}
        aria-expanded=${hasChoice ? this.open === 'picker' : nothing}
        @click=${this.#onClick}
        @pointerenter=${gestures.onEnter}
        @pointerleave=${gestures.onLeave}
        @pointerdown=${gestures.onDown}
        @pointerup=${gestures.onUp}
        @pointercancel=${gestures.onUp}
        @contextmenu=${this.#onContextMenu}
        @keydown=${gestures.onKeydown}
      >
        ${icon(REACTION_PATHS[shown])}<span>${label}</span>
      </button>
      ${reactionCount
        ? html`<button
            class="count"
            part="count"
            type="button"
            aria-haspopup="dialog"
            aria-label=${text.whoReacted(reactionCount)}
            @click=${this.#onCount}
          >
            ${new Intl.NumberFormat(this.#locale.lang).format(reactionCount)}
          </button>`
        : nothing}
    </span>`;
  }

  #renderTotal({ reactionCount }: ReactableFields) {
    const { text, lang } = this.#locale;
    const total = new Intl.NumberFormat(lang).format(reactionCount);
    return html`<span class="total" role="img" aria-label=${text.name(text.reactions.LIKE, reactionCount)}
      >${icon(REACTION_PATHS.LIKE)}${total}</span
    >`;
  }

  #renderPopovers({ id, viewerReaction, reactionGroups }: ReactableFields) {
    if (!this.open) return nothing;
    return this.open === 'picker'
      ? html`<parvis-reaction-picker
          .contents=${reactionGroups.map(({ content }) => content)}
          .chosen=${viewerReaction}
          @pointerenter=${this.#gestures.cancel}
          @pointerleave=${this.#gestures.onLeave}
          @parvis-reaction-chosen=${this.#onChosen}
          @parvis-popover-close=${this.#onPopoverClose}
        ></parvis-reaction-picker>`
      : html`<parvis-reactors
          .subjectId=${id}
          .groups=${reactionGroups}
          @parvis-popover-close=${this.#onPopoverClose}
        ></parvis-reactors>`;
  }

  get #hasChoice(): boolean {
    return this.reactions !== 'like' && this.#like.reactable!.reactionGroups.length > 1;
  }

  async #openPicker(focus: boolean): Promise<void> {
    this.#gestures.cancel();
    if (!this.#like.reactable?.viewerCanReact || !this.#hasChoice) return;
    await import('./reaction-picker/parvis-reaction-picker.js');
    this.open = 'picker';
    await this.updateComplete;
    this.picker?.show(this.button, focus);
  }

  async #react(reaction: ReactionContent | null): Promise<void> {
    if (!this.#like.reactable?.viewerCanReact) return this.#like.explain();
    if (!this.dispatchEvent(new LikeToggleEvent(reaction))) return;
    const saved = await this.#like.set(reaction);
    if (saved) this.dispatchEvent(new LikeToggledEvent(saved.viewerReaction, saved.reactionCount));
  }

  readonly #onClick = () => {
    if (this.#gestures.takeHold()) return;
    this.#gestures.cancel();
    this.picker?.close();
    void this.#react(this.#like.reactable?.viewerReaction ? null : 'LIKE');
  };

  readonly #onChosen = ({ reaction }: ReactionChosenEvent) => {
    void this.#react(reaction === this.#like.reactable?.viewerReaction ? null : reaction);
  };

  readonly #onCount = async () => {
    await import('./reactors/parvis-reactors.js');
    this.open = 'reactors';
    await this.updateComplete;
    this.reactors?.show(this.counter!);
  };

  readonly #onPopoverClose = () => {
    this.open = undefined;
  };

  // A finger that holds asks for the reactions, not for the browser's menu.
  readonly #onContextMenu = (event: Event) => event.preventDefault();
}

declare global {
  interface HTMLElementEventMap {
    [LikeToggleEvent.type]: LikeToggleEvent;
    [LikeToggledEvent.type]: LikeToggledEvent;
  }
}
