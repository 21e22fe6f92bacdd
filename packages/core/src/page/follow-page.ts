// What follows the page once it is at rest: one file, loaded when the browser has nothing better to do.
import { followAddress } from './follow-address.js';
import { followLanguage } from './follow-language.js';
import { followScheme } from './page-scheme.js';

/** Lets widgets follow what the page becomes: its address, its language, and its colours. */
export function followPage(): void {
  followScheme();
  followLanguage();
  followAddress();
}
