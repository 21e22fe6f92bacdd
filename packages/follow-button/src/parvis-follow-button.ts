import { define } from '@parvis/core';
import { FollowButtonElement } from './follow-button-element.js';

define('parvis-follow-button', FollowButtonElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-follow-button': FollowButtonElement;
  }
}
