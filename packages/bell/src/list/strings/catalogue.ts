import type { Catalogue } from '@parvis/core';
import { en, type NotificationListStrings } from './en.js';

/** The words of the list of notifications. */
export const notificationListStrings: Catalogue<NotificationListStrings> = { en, fr: () => import('./fr.js') };
