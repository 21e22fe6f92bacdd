import type { Catalogue } from '@parvis/core';
import { en, type LinkFieldStrings } from './en.js';

/** The words of the link of a post. */
export const linkFieldStrings: Catalogue<LinkFieldStrings> = { en, fr: () => import('./fr.js') };
