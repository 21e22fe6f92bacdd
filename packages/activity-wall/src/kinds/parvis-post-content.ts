import { define } from '@parvis/core';
import { PostContentElement } from './post-content-element.js';

define('parvis-post-content', PostContentElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post-content': PostContentElement;
  }
}
