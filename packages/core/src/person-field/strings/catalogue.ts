import type { Catalogue } from '../../localisation/locale-controller.js';
import { en, type PersonFieldStrings } from './en.js';

export const personFieldStrings: Catalogue<PersonFieldStrings> = { en, fr: () => import('./fr.js') };
