import type { Catalogue } from '../localisation/locale-controller.js';
import { en, type CoreStrings } from './en.js';

/** The words of core's own elements. */
export const coreStrings: Catalogue<CoreStrings> = { en, fr: () => import('./fr.js') };
