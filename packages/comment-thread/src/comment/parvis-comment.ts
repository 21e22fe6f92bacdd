import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/person/parvis-person-name.js';
import '@parvis/core/relative-time/parvis-relative-time.js';
import '@parvis/like-button/parvis-like-button.js';
import { define } from '@parvis/core';
import { CommentElement } from './comment-element.js';

define('parvis-comment', CommentElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-comment': CommentElement;
  }
}
