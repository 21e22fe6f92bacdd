export { CommentThreadElement } from './comment-thread-element.js';
export { ComposerElement } from './composer/composer-element.js';
export { ComposerCancelEvent, ComposerSubmitEvent } from './composer/composer-events.js';
export { CommentCountElement } from './count/comment-count-element.js';
