import type { Catalogue } from '@parvis/core';
import { en, type ComposerStrings } from './en.js';

/** The words of the composer that are there from the start. */
export const composerStrings: Catalogue<ComposerStrings> = { en, fr: () => import('./fr.js') };
