import { define } from '@parvis/core';
import { CommentCountElement } from './count/comment-count-element.js';

define('parvis-comment-count', CommentCountElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-comment-count': CommentCountElement;
  }
}
