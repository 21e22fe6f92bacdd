import type { Catalogue } from '@parvis/core';
import { type BellStrings, en } from './en.js';

/** The words of the bell. */
export const bellStrings: Catalogue<BellStrings> = { en, fr: () => import('./fr.js') };
