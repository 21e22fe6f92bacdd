import type { Catalogue } from '@parvis/core';
import { en, type RuleStrings } from './en.js';

/** The words of the rules by which people are in groups. */
export const ruleStrings: Catalogue<RuleStrings> = { en, fr: () => import('./fr.js') };
