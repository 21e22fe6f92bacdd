import './comment/parvis-comment.js';
import { define } from '@parvis/core';
import { CommentThreadElement } from './comment-thread-element.js';

define('parvis-comment-thread', CommentThreadElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-comment-thread': CommentThreadElement;
  }
}
