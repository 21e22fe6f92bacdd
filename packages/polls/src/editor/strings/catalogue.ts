import type { Catalogue } from '@parvis/core';
import { en, type PollEditorStrings } from './en.js';

/** The words of the editor of polls. */
export const pollEditorStrings: Catalogue<PollEditorStrings> = { en, fr: () => import('./fr.js') };
