import { define } from '@parvis/core';
import { PostMenuElement } from './post-menu-element.js';

define('parvis-post-menu', PostMenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post-menu': PostMenuElement;
  }
}
