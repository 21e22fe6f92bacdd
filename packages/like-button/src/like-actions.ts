// Everything that a like button does. Loaded with the first pointer or key on it: to read a count takes none of it.
import '@parvis/core/notice/parvis-notice.js';
import { catchUp, fetchWhenIdle, noticeFor, ParvisError } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, nothing, type LitElement } from 'lit';
import type { LikeController } from './like-controller.js';
import { LikeToggledEvent, LikeToggleEvent } from './like-events.js';
import type { ReactableFields } from './like-operations.js';
import { OpeningGestures } from './opening-gestures.js';
import { ReactionWriter, whyNot } from './reaction-writer.js';
import type { ReactionContent } from './reaction.js';
import type { ReactionChosenEvent, ReactionPickerElement } from './reaction-picker/reaction-picker-element.js';
import type { ReactorsElement } from './reactors/reactors-element.js';

const loadPicker = () => import('./reaction-picker/parvis-reaction-picker.js');

export class LikeActions {
  readonly #host: LitElement;
  readonly #like: LikeController;
  readonly #writer = new ReactionWriter();
  readonly #gestures = new OpeningGestures(
    ({ focus }) => void this.#openPicker(focus),
    () => this.#picker?.close(),
  );
  #open: 'picker' | 'reactors' | undefined;
  #refusal: ParvisError | undefined;

  constructor(host: LitElement, like: LikeController) {
    this.#host = host;
    this.#like = like;
    keepInside(host.renderRoot);
    fetchWhenIdle(loadPicker);
  }

  /** Whether the menu of reactions is open. */
  get isOpen(): boolean {
    return this.#open === 'picker';
  }

  /** Takes what happened to the button. `hasChoice`: there are other reactions than the like. */
  on(event: Event, hasChoice: boolean): void {
    if (event.type === 'click') this.#click();
    else if (hasChoice) this.#gestures.on(event);
  }

  async openReactors(): Promise<void> {
    await import('./reactors/parvis-reactors.js');
    this.#show('reactors');
    await this.#host.updateComplete;
    const find = (selector: string) => this.#host.renderRoot.querySelector<HTMLElement>(selector)!;
    await (find('parvis-reactors') as ReactorsElement).show(find('.count'));
  }

  /** What stands beside the button for a while: other reactions, people, or a reason why not. */
  render({ id, viewerReaction, reactionGroups }: ReactableFields) {
    if (this.#open === 'reactors') {
      return html`<parvis-reactors
        .subjectId=${id}
        .groups=${reactionGroups}
        @parvis-popover-close=${this.#onClose}
      ></parvis-reactors>`;
    }
    if (this.#open) {
      return html`<parvis-reaction-picker
        .contents=${reactionGroups.map(({ content }) => content)}
        .chosen=${viewerReaction}
        @pointerenter=${this.#gestures.cancel}
        @pointerleave=${this.#gestures.leave}
        @parvis-reaction-chosen=${this.#onChosen}
        @parvis-popover-close=${this.#onClose}
      ></parvis-reaction-picker>`;
    }
    return this.#refusal
      ? noticeFor(this.#refusal, this.#refusal.isTransient ? () => this.#click() : undefined)
      : nothing;
  }

  get #picker(): ReactionPickerElement | null {
    return this.#host.renderRoot.querySelector('parvis-reaction-picker');
  }

  #click(): void {
    if (this.#gestures.takeHold()) return;
    this.#gestures.cancel();
    this.#picker?.close();
    void this.#react(this.#like.reactable?.viewerReaction ? null : 'LIKE');
  }

  async #openPicker(focus: boolean): Promise<void> {
    this.#gestures.cancel();
    if (!this.#like.reactable?.viewerCanReact) return;
    if (!this.#picker) {
      await loadPicker();
      this.#show('picker');
      await this.#host.updateComplete;
    }
    await this.#picker?.show(this.#host.renderRoot.querySelector<HTMLElement>('.like')!, focus);
  }

  async #react(reaction: ReactionContent | null): Promise<void> {
    this.#refusal = undefined;
    try {
      // Where the page has gone on unseen, it is the new one that is liked; nothing of it can be taken back yet.
      const goneOn = catchUp(this.#like.query);
      if (goneOn) {
        await goneOn;
        if (reaction === null) return;
      }
      const { reactable, key, client } = this.#like;
      if (!reactable?.viewerCanReact) throw await whyNot(client.current);
      if (!this.#host.dispatchEvent(new LikeToggleEvent(reaction))) return;
      const saved = await this.#writer.set(client.current, { id: reactable.id, key }, reaction);
      if (saved) this.#host.dispatchEvent(new LikeToggledEvent(saved.viewerReaction, saved.reactionCount));
    } catch (reason) {
      this.#refusal = ParvisError.from(reason);
    }
    this.#host.requestUpdate();
  }

  #show(popover: 'picker' | 'reactors' | undefined): void {
    this.#open = popover;
    this.#host.requestUpdate();
  }

  readonly #onChosen = ({ reaction }: ReactionChosenEvent) => {
    void this.#react(reaction === this.#like.reactable?.viewerReaction ? null : reaction);
  };

  readonly #onClose = () => this.#show(undefined);
}
