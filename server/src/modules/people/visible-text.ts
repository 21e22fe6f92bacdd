import { stripVTControlCharacters } from 'node:util';

/** Anything but plain letters, digits, signs and the accented letters of European keyboards. */
const UNUSUAL = /[^\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f’]/;

/** Joiners, which some scripts need: Arabic, Persian, the scripts of India, and emoji. */
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;

/** Direction marks, soft hyphens, byte order marks, tags and other characters without width. */
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** A text without invisible characters, with composed accents and plain spaces. Line breaks stay. */
export function visibleText(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROL, '')
    .replace(UNSEEN, '')
    .replace(JOINER, '')
    .replace(SPACES, ' ')
    .normalize('NFC');
}

/** The same for text on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}
