import { isBlank, type ReplyLine } from './reply-line.ts';

/** What stands below the text without being part of it. Each function says from which line on, or `end` for none. */

const devices =
  '(?:iphone|ipad|ios|android|galaxy|samsung|huawei|xiaomi|pixel|oneplus|blackberry|mobile|smartphone|t[ée]l[ée]phone|portable|tablette?|tablet|phone|outlook|yahoo|gmail|proton|mail|courrier|orange|sfr|bouygues|windows|thunderbird|bluemail|app|application)';
const mobile = new RegExp(
  `^[\\s*]*(?:sent (?:from|via|with)|get outlook for|envoy[ée]e? (?:de(?:puis)?|à partir d[e']|par|via|avec)|t[ée]l[ée]charge[rz] outlook|obtenir outlook|obtenez outlook|provenance\\s?: courrier)\\b(?=.{0,60}${devices}).{0,80}$`,
  'i',
);

/** `Sent from my iPhone`, alone on the last lines. A sentence that begins so and goes on is text. */
export function mobileStart(lines: readonly ReplyLine[], start: number, end: number): number {
  const at = lastText(lines, start, end);
  if (at < start) return end;
  const text = lines[at]!.text.replace(/[<(]?https?:\S+/g, '').trim();
  return text.length < 150 && mobile.test(text) && !/[.!?,;]\s+\S/.test(text) ? at : end;
}

/** What the mail program marks as the signature, as far as only such lines follow. */
export function markedStart(lines: readonly ReplyLine[], start: number, end: number): number {
  let at = end;
  while (at > start && (lines[at - 1]!.mark === 'signature' || isBlank(lines[at - 1]!))) at--;
  while (at < end && isBlank(lines[at]!)) at++;
  const above = lastText(lines, start, at);
  return at < end && above >= start && isDelimiter(lines[above]!.text) ? above : at;
}

const phone =
  /(?:^|[\s|:.(])(?:\+\d{1,3}[\s.()-]*|0)\d(?:[\s.()-]*\d){6,12}(?:$|[\s|,)])|^(?:t[ée]l|phone|mobile|portable|mob|fax)\b.{0,15}\d{2}/i;
const contact = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:https?:\/\/|www\.)\S+|\b\d{4,5}\s+\p{Lu}[\p{L}-]{2,}/iu;
const closing =
  /^\s*(?:(?:bien |très |tr.s )?(?:cordialement|amicalement|sincèrement|respectueusement)(?: à (?:vous|tous|toi))?|bien à (?:vous|toi)|salutations(?: distinguées)?|(?:kind(?:est)?|best|warm(?:est)?|many|with kind|with best) (?:regards|wishes)|regards|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly))\s*[,.!]?\s*$/i;
/** Words that also begin a text: only the name of the sender below them makes a signature. */
const thanks = /^\s*(?:best|cheers|many thanks|thanks|thank you|merci(?: d'avance)?)\s*[,.!]?\s*$/i;

const postscript = /^\s*(?:p\.?\s?s|n\.?\s?b)\.?\s*[:.]/i;

/** The longest signature, in lines that are not empty. */
const longest = 12;

/**
 * A signature under `--`, or a block with a telephone number, an address or the like under a closing formula or the name of
 * the sender. Without such evidence, the lines are text: people write dashes, names and greetings too.
 */
export function signatureStart(lines: readonly ReplyLine[], start: number, end: number, name: string): number {
  const below: ReplyLine[] = [];
  let found = end;
  for (let at = end - 1; at >= start && below.length <= longest; at--) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const isFirst = found === end;
    // Above what was found, a signature goes on only if nothing stands between, or a program's own mark begins it.
    const goesOn = isFirst || lines.slice(at + 1, found).every(isBlank) || line.text === '-- ';
    const mayBeName = isFirst && isParagraphAlone(lines, start, at, end);
    if (goesOn && beginsSignature(line.text, below, name, mayBeName)) found = at;
    below.unshift(line);
  }
  // Nobody sends a signature alone: then it is what they have to say.
  const isAlone = lines.slice(0, found).every(({ text, depth }) => depth > 0 || /^\s*$|:\s*$/.test(text));
  return isAlone ? end : found;
}

/** Whether all lines from one on are one paragraph, and no text goes on into it. */
function isParagraphAlone(lines: readonly ReplyLine[], start: number, at: number, end: number): boolean {
  if (lines.slice(at, end).some(isBlank)) return false;
  if (at > start && !isBlank(lines[at - 1]!) && !isDelimiter(lines[at - 1]!.text)) return false;
  const above = lastText(lines, start, at);
  return above < start || !/:\s*$/.test(lines[above]!.text);
}

/** @param mayBeName - Nothing was found below, and the line begins the last paragraph. */
function beginsSignature(text: string, below: readonly ReplyLine[], name: string, mayBeName: boolean): boolean {
  if (isDelimiter(text) && isSignature(text, below, name)) return true;
  if (closing.test(text) && below.length >= 2 && isContactBlock(below)) return true;
  if (thanks.test(text) && below.length >= 2 && isName(below[0]!.text, name) && isContactBlock(below)) return true;
  return mayBeName && isName(text, name) && below.length >= 1 && isContactBlock(below);
}

function isDelimiter(text: string): boolean {
  return /^(?:--|—|–|__)\s?$/.test(text);
}

function isSignature(delimiter: string, below: readonly ReplyLine[], name: string): boolean {
  if (
    below.length === 0 ||
    below.length > longest ||
    !below.every(({ text }) => isShort(text) && !postscript.test(text))
  )
    return false;
  // The standard's own delimiter, which programs write.
  if (delimiter === '-- ') return true;
  return isName(below[0]!.text, name) || isContactBlock(below);
}

function isContactBlock(lines: readonly ReplyLine[]): boolean {
  return (
    lines.length <= longest &&
    lines.every(({ text }) => isShort(text) && !postscript.test(text)) &&
    lines.some(({ text }) => phone.test(text) || contact.test(text))
  );
}

/** No line of prose: short, and no sentence that ends. */
function isShort(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return text.length <= 100 && (words < 6 || !/[.!?…]\s*$/.test(text));
}

function isName(text: string, name: string): boolean {
  const folded = words(text);
  const wanted = words(name);
  return wanted.length > 1 && folded.length <= wanted.length + 3 && wanted.every((word) => folded.includes(word));
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function lastText(lines: readonly ReplyLine[], start: number, end: number): number {
  let at = end - 1;
  while (at >= start && isBlank(lines[at]!)) at--;
  return at;
}
