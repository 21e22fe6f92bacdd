import type { Catalogue } from '../../localisation/locale-controller.js';
import { en, type UnsentStrings } from './en.js';

export const unsentStrings: Catalogue<UnsentStrings> = { en, fr: () => import('./fr.js') };
