export { BellElement } from './bell-element.js';
export { notifications } from './capability.js';
export { NotificationSettingsElement } from './settings/notification-settings-element.js';
export { NotificationChosenEvent } from './list/notification-chosen-event.js';
