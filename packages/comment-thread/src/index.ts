export { comments } from './capability.js';
export { CommentThreadElement } from './comment-thread-element.js';
export { CommentCountElement } from './count/comment-count-element.js';
