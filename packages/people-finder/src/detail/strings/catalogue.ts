import type { Catalogue } from '@parvis/core';
import { en, type PersonDetailStrings } from './en.js';

/** The words of a person shown by the people finder. */
export const personDetailStrings: Catalogue<PersonDetailStrings> = { en, fr: () => import('./fr.js') };
