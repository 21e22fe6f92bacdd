import type { Catalogue } from '@parvis/core';
import { en, type CommentCountStrings } from './en.js';

/** The words of the count of comments. */
export const commentCountStrings: Catalogue<CommentCountStrings> = { en, fr: () => import('./fr.js') };
