import { define } from '@parvis/core';
import { NotificationListElement } from './notification-list-element.js';

define('parvis-notification-list', NotificationListElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notification-list': NotificationListElement;
  }
}
