import type { FollowLevel } from './follow-operations.js';

/** The server has what the viewer wants to hear. */
export class FollowChangedEvent extends Event {
  static readonly type = 'parvis-follow-changed';

  /** @param level - null when it is followed no longer. */
  constructor(readonly level: FollowLevel | null) {
    super(FollowChangedEvent.type, { bubbles: true, composed: true });
  }
}
