import type { Catalogue } from '@parvis/core';
import { en, type OwnershipStrings } from './en.js';

/** The words for who is asked to take over a group. */
export const ownershipStrings: Catalogue<OwnershipStrings> = { en, fr: () => import('./fr.js') };
