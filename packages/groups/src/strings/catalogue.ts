import type { Catalogue } from '@parvis/core';
import { en, type GroupStrings } from './en.js';

/** The words of the head of a group. */
export const groupStrings: Catalogue<GroupStrings> = { en, fr: () => import('./fr.js') };
