import type { Catalogue } from '@parvis/core';
import { en, type PeopleFinderStrings } from './en.js';

/** The words of the people finder. */
export const peopleFinderStrings: Catalogue<PeopleFinderStrings> = { en, fr: () => import('./fr.js') };
