import type { Catalogue } from '@parvis/core';
import { en, type NotificationSettingsStrings } from './en.js';

/** The words of the settings of notifications. */
export const notificationSettingsStrings: Catalogue<NotificationSettingsStrings> = {
  en,
  fr: () => import('./fr.js'),
};
