import type { Catalogue } from '@parvis/core';
import { en, type PollStrings } from './en.js';

/** The words of polls. */
export const pollStrings: Catalogue<PollStrings> = { en, fr: () => import('./fr.js') };
