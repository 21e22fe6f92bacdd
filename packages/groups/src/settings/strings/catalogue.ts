import type { Catalogue } from '@parvis/core';
import { en, type SettingsStrings } from './en.js';

/** The words of the settings of a group, and of the form in which one is made. */
export const settingsStrings: Catalogue<SettingsStrings> = { en, fr: () => import('./fr.js') };
