import { css, html, nothing } from 'lit';
import { byLanguage } from '../localisation/language.js';
import { alphabetName, otherLetters } from './other-letters.js';

/** Not in the profile's strings, which the first paint of the people finder loads. */
const sentences = byLanguage<(letters: string, alphabet: string) => string>({
  en: (letters, alphabet) => `The name has letters of another alphabet (${alphabet}): ${letters}`,
  fr: (letters, alphabet) => `Le nom a des lettres d’un autre alphabet (${alphabet}) : ${letters}`,
});

/** A warning that names the letters by which a name looks like another one. */
export function renderOtherLetters(name: string, lang: string) {
  const other = otherLetters(name);
  if (!other) return nothing;
  const sentence = sentences(lang);
  return html`<p class="other-letters">${sentence(other.letters, alphabetName(other.alphabet, lang))}</p>`;
}

export const otherLettersStyles = css`
  .other-letters {
    margin-block: 12px 0;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
`;
