// Everything that follows changes of the page, in one file that is loaded when the browser is idle.
import { followAddress } from './follow-address.js';
import { followLanguage } from './follow-language.js';
import { followScheme } from './page-scheme.js';

/** Lets widgets follow changes of the page's address, language and colours. */
export function followPage(): void {
  followScheme();
  followLanguage();
  followAddress();
}
