import { define } from '@parvis/core';
import { NotificationChoicesElement } from './notification-choices-element.js';

define('parvis-notification-choices', NotificationChoicesElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notification-choices': NotificationChoicesElement;
  }
}
