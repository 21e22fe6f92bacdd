import { define } from '@parvis/core';
import { NotificationSettingsElement } from './settings/notification-settings-element.js';

define('parvis-notification-settings', NotificationSettingsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notification-settings': NotificationSettingsElement;
  }
}
