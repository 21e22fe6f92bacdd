import type { Catalogue } from '@parvis/core';
import { en, type NewPostsStrings } from './en.js';

/** The words of the offer of new posts. */
export const newPostsStrings: Catalogue<NewPostsStrings> = { en, fr: () => import('./fr.js') };
