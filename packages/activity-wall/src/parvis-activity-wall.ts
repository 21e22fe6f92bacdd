import './post-form/parvis-post-form.js';
import './post/parvis-post.js';
import { define } from '@parvis/core';
import { ActivityWallElement } from './activity-wall-element.js';

define('parvis-activity-wall', ActivityWallElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-activity-wall': ActivityWallElement;
  }
}
