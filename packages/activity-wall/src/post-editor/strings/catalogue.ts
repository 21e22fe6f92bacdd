import type { Catalogue } from '@parvis/core';
import { en, type PostEditorStrings } from './en.js';

/** The words of changing a post. */
export const postEditorStrings: Catalogue<PostEditorStrings> = { en, fr: () => import('./fr.js') };
