import type { Catalogue } from '@parvis/core';
import { en, type LikeButtonStrings } from './en.js';

/** The words of the like button. */
export const likeButtonStrings: Catalogue<LikeButtonStrings> = { en, fr: () => import('./fr.js') };
