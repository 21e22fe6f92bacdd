import type { Catalogue } from '@parvis/core';
import { en, type ActivityWallStrings } from './en.js';

/** The words of the activity wall. */
export const activityWallStrings: Catalogue<ActivityWallStrings> = { en, fr: () => import('./fr.js') };
