import type { Catalogue } from '@parvis/core';
import { en, type AbsenceStrings } from './en.js';

export const absenceStrings: Catalogue<AbsenceStrings> = { en, fr: () => import('./fr.js') };
