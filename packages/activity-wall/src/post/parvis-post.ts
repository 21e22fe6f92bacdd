import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/person/parvis-person-name.js';
import '@parvis/core/relative-time/parvis-relative-time.js';
import '@parvis/like-button/parvis-like-button.js';
import { define } from '@parvis/core';
import { PostElement } from './post-element.js';

define('parvis-post', PostElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post': PostElement;
  }
}
