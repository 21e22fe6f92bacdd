import type { Catalogue } from '@parvis/core';
import { en, type ToolStrings } from './en.js';

/** The words of what comes with the first focus. */
export const toolStrings: Catalogue<ToolStrings> = { en, fr: () => import('./fr.js') };
