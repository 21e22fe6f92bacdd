import type { Catalogue } from '@parvis/core';
import { en, type GroupListStrings } from './en.js';

/** The words of the list of groups. */
export const groupListStrings: Catalogue<GroupListStrings> = { en, fr: () => import('./fr.js') };
