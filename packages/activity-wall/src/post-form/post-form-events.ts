import type { PostDraft } from '../post/post.js';

/** The viewer sends what they wrote. Whoever takes it says with `waitUntil` when, and whether, the server has it. */
export class PostSubmitEvent extends Event {
  static readonly type = 'parvis-post-submit';
  constructor(
    readonly draft: PostDraft,
    readonly waitUntil: (sent: Promise<unknown>) => void,
  ) {
    super(PostSubmitEvent.type);
  }
}

/** The viewer gives up what they wrote. */
export class PostCancelEvent extends Event {
  static readonly type = 'parvis-post-cancel';
  constructor() {
    super(PostCancelEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    [PostCancelEvent.type]: PostCancelEvent;
    [PostSubmitEvent.type]: PostSubmitEvent;
  }
}
