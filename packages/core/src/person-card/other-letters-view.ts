import { css, html, nothing } from 'lit';
import { alphabetName, otherLetters } from './other-letters.js';

/** Here and not in the words of a profile, which the first paint of the finder loads. */
const sentences = {
  en: (letters: string, alphabet: string) => `The name has letters of another alphabet (${alphabet}): ${letters}`,
  fr: (letters: string, alphabet: string) => `Le nom a des lettres d’un autre alphabet (${alphabet}) : ${letters}`,
};

/** Says of a name that looks like another with which letters it is written. */
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
