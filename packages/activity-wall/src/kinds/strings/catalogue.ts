import type { Catalogue } from '@parvis/core';
import { en, type KindStrings } from './en.js';

/** The words of what a post is beside a text. */
export const kindStrings: Catalogue<KindStrings> = { en, fr: () => import('./fr.js') };
