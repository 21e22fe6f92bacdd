import '@parvis/core/menu/parvis-menu.js';
import '@parvis/core/notice/parvis-notice.js';
import { define } from '@parvis/core';
import { PostActionsElement } from './post-actions-element.js';

define('parvis-post-actions', PostActionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post-actions': PostActionsElement;
  }
}
