import { define } from '@parvis/core';
import { NewPostsElement } from './new-posts-element.js';

define('parvis-new-posts', NewPostsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-new-posts': NewPostsElement;
  }
}
