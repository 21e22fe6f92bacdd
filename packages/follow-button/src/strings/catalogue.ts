import type { Catalogue } from '@parvis/core';
import { en, type FollowButtonStrings } from './en.js';

/** The words of the follow button. */
export const followButtonStrings: Catalogue<FollowButtonStrings> = { en, fr: () => import('./fr.js') };
