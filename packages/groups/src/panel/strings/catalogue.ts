import type { Catalogue } from '@parvis/core';
import { en, type PanelStrings } from './en.js';

/** The words of what opens below the head of a group. */
export const panelStrings: Catalogue<PanelStrings> = { en, fr: () => import('./fr.js') };
