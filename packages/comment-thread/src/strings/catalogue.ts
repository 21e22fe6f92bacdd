import type { Catalogue } from '@parvis/core';
import { en, type CommentThreadStrings } from './en.js';

/** The words of the comment thread. */
export const commentThreadStrings: Catalogue<CommentThreadStrings> = { en, fr: () => import('./fr.js') };
