import type { ReactionContent } from './reaction.js';

/** The viewer is about to react, or to take a reaction back. Cancel it to keep things as they are. */
export class LikeToggleEvent extends Event {
  static readonly type = 'parvis-like-toggle';

  /** @param reaction - what the reaction will be; null when it is taken back. */
  constructor(readonly reaction: ReactionContent | null) {
    super(LikeToggleEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The server has the viewer's reaction. */
export class LikeToggledEvent extends Event {
  static readonly type = 'parvis-like-toggled';

  /** @param reaction - what the reaction is now; null when it was taken back. */
  constructor(
    readonly reaction: ReactionContent | null,
    /** How many people reacted, all reactions together. */
    readonly count: number,
  ) {
    super(LikeToggledEvent.type, { bubbles: true, composed: true });
  }
}
