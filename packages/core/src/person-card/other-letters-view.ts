import { css, html, nothing } from 'lit';
import { alphabetName, otherLetters } from './other-letters.js';

/** Not in the profile's strings, which the first paint of the people finder loads. */
const sentences = {
  en: (letters: string, alphabet: string) => `The name has letters of another alphabet (${alphabet}): ${letters}`,
  fr: (letters: string, alphabet: string) => `Le nom a des lettres d’un autre alphabet (${alphabet}) : ${letters}`,
};

/** A warning that names the letters by which a name looks like another one. */
export function renderOtherLetters(name: string, lang: string) {
  const other = otherLetters(name);
  if (!other) return nothing;
  const sentence = lang.startsWith('fr') ? sentences.fr : sentences.en;
  return html`<p class="other-letters">${sentence(other.letters, alphabetName(other.alphabet, lang))}</p>`;
}

export const otherLettersStyles = css`
  .other-letters {
    margin-block: 12px 0;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
`;
