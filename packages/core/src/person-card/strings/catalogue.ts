import type { Catalogue } from '../../localisation/locale-controller.js';
import { en, type ProfileStrings } from './en.js';

/** The words of a person's profile, in their card and in the people finder. */
export const profileStrings: Catalogue<ProfileStrings> = { en, fr: () => import('./fr.js') };
