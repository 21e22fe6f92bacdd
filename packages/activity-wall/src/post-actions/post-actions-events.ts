/** The viewer wants to change the post. */
export class PostEditEvent extends Event {
  static readonly type = 'parvis-post-edit';
  constructor() {
    super(PostEditEvent.type);
  }
}

/** The post is as it was: kept, or back after a deletion. */
export class PostSettledEvent extends Event {
  static readonly type = 'parvis-post-settled';
  constructor() {
    super(PostSettledEvent.type);
  }
}
