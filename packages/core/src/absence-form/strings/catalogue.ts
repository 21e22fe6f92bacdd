import type { Catalogue } from '../../localisation/locale-controller.js';
import { en, type AbsenceStrings } from './en.js';

export const absenceStrings: Catalogue<AbsenceStrings> = { en, fr: () => import('./fr.js') };
