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

declare global {
  interface HTMLElementEventMap {
    [PostSubmitEvent.type]: PostSubmitEvent;
  }
}
