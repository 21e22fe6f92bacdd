import type { Catalogue } from '@parvis/core';
import { en, type PostActionsStrings } from './en.js';

/** The words of what can be done with a post. */
export const postActionsStrings: Catalogue<PostActionsStrings> = { en, fr: () => import('./fr.js') };
