import type { MailLanguage } from './mail-blocks.ts';

const noBreak = '\u00a0';
const narrow = '\u202f';

/**
 * Our own words as the language is set: French keeps its double signs, and percent and quotation marks, on the line of the
 * word before. Only spaces that are there already change, so that addresses and times stay as they are.
 */
export function typeset(text: string, lang: MailLanguage): string {
  if (lang !== 'fr') return text;
  return text
    .replace(/[ \u00a0](?=[;!?])/g, narrow)
    .replace(/ (?=[:»%€])/g, noBreak)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(\d) (?=(?:min|h|jours?|ans?)\b)/g, `$1${noBreak}`);
}

/** The words of another person, between the quotation marks of the language. */
export function quoted(text: string, lang: MailLanguage): string {
  return lang === 'fr' ? `«${noBreak}${text}${noBreak}»` : `“${text}”`;
}
