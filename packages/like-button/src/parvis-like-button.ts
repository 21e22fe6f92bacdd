import { define } from '@parvis/core';
import { LikeButtonElement } from './like-button-element.js';

define('parvis-like-button', LikeButtonElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-like-button': LikeButtonElement;
  }
}
