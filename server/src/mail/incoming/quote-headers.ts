import EmailReplyParser from 'email-reply-parser';
import { isBlank, type ReplyLine } from './reply-line.ts';

/** The words of mail programs that introduce an older mail. */

const separator =
  /^[\s*]*(?:-{3,}|_{3,})\s*(?:original message|message d.{1,2}origine|message original|message transf.{1,2}r.{1,2}|forwarded message|mail original|e-?mail original)\s*(?:-{3,}|_{3,})[\s*]*$/i;
const forwardedLine =
  /^[\s*]*(?:-{3,}\s*)?(?:forwarded message|message transf.{1,2}r.{1,2}|begin forwarded message\s?:|d.{1,2}but du message (?:transf.{1,2}r.{1,2}|r.{1,2}exp.{1,2}di.{1,2})\s?:)(?:\s*-{3,})?[\s*]*$/i;
const rule = /^\s*(?:_{5,}|-{20,}|={20,})\s*$/;

export function isSeparator({ text }: ReplyLine): boolean {
  return text.length < 120 && (separator.test(text) || forwardedLine.test(text));
}

export function isForward({ text }: ReplyLine): boolean {
  return (
    text.length < 120 &&
    (forwardedLine.test(text) || /transf|forward/i.test(text)) &&
    isSeparator({ text, depth: 0, mark: null })
  );
}

export function isRule({ text, mark }: ReplyLine): boolean {
  return mark === 'rule' || rule.test(text);
}

const firstField = /^[\s*]*(?:De|From|Von|Van|Da)[\s\u00a0]?:\*?[\s\u00a0]*\S/;
const timeField = /^[\s*]*(?:Envoy.{1,2}(?: le)?|Sent|Date|Gesendet|Verzonden|Inviato)[\s\u00a0]?:/;
const otherField = /^[\s*]*(?:.{1,2}|To|An|Aan|Cc|CC|Importance)[\s\u00a0]?:/;
const subjectField = /^[\s*]*(?:Objet|Subject|Betreff|Onderwerp|Oggetto)[\s\u00a0]?:/;
/** How many lines such a block has at most, with long lists of recipients. */
const longestBlock = 14;

/**
 * Whether the header of an older mail begins here, as Outlook writes it: `De :`, `Envoyé :`, `À :`, `Objet :`. A list of
 * a person may begin so as well (from, to, date), but has no subject and no address.
 */
export function isHeaderBlock(lines: readonly ReplyLine[], index: number): boolean {
  const first = lines[index]!;
  if (first.text.length > 500 || !firstField.test(first.text)) return false;
  let fields = 0;
  let hasTime = false;
  let hasSubject = false;
  let blanks = 0;
  for (const line of lines.slice(index + 1, index + longestBlock)) {
    if (isBlank(line)) {
      // Programs that turn paragraphs into text put an empty line after each; two are an end.
      if (++blanks > 1) break;
      continue;
    }
    blanks = 0;
    if (firstField.test(line.text) || isSeparator(line) || isRule(line)) break;
    if (timeField.test(line.text)) hasTime = true;
    else if (subjectField.test(line.text)) hasSubject = true;
    else if (!otherField.test(line.text)) continue;
    fields++;
  }
  return hasTime && fields >= 2 && (hasSubject || first.text.includes('@'));
}

const french = /^[\s*>-]*(?:Le\s.{6,300}|.{2,200})\sa\s.{1,3}crit(?:\sle\s.{6,60})?[\s\u00a0]?:[\s*-]*$/;
const english = /^[\s*>-]*(?:On\s.{6,300}|.{2,200})\swrote(?:\son\s.{6,60})?[\s\u00a0]?:[\s*-]*$/;
const hasDay = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}|\d{1,2}:\d{2}/;
/** How many lines a program makes of such a sentence at most, and how long it is. */
const longestAttribution = { lines: 4, characters: 400 };

export interface Attribution {
  /** Where it begins; it ends with the line that was asked about. */
  start: number;
  /** It names an address beside the day: nobody writes so by hand. */
  isCertain: boolean;
}

/** The sentence `On …, … wrote:` that ends with a line, in French, English or a language that the library knows. */
export function attributionEndingAt(lines: readonly ReplyLine[], end: number): Attribution | null {
  if (lines[end]!.mark === 'attribution') return { start: markStart(lines, end), isCertain: true };
  if (!/:[\s*-]*$/.test(lines[end]!.text)) return null;
  let text = '';
  for (let start = end; start >= 0 && end - start < longestAttribution.lines; start--) {
    const line = lines[start]!;
    if (isBlank(line) || line.depth !== lines[end]!.depth) break;
    text = `${line.text.trim()} ${text}`.trim();
    if (text.length > longestAttribution.characters) break;
    const begins = /^[\s*>-]*(?:Le|On)\s/.test(line.text);
    if ((begins || start === end) && hasDay.test(text) && (french.test(text) || english.test(text)))
      return { start, isCertain: begins && /[@<]/.test(text) };
    if (isForeign(text)) return { start, isCertain: /@/.test(text) };
  }
  return null;
}

function markStart(lines: readonly ReplyLine[], end: number): number {
  let start = end;
  while (start > 0 && lines[start - 1]!.mark === 'attribution') start--;
  return start;
}

const library = new EmailReplyParser();

/**
 * What the library takes for such a sentence in one of its twenty languages. It is asked about single sentences only: it
 * takes a lone `--` for a signature, and a line with a colon for a quote.
 */
function isForeign(text: string): boolean {
  if (!hasDay.test(text) || /^[\s*>-]*(?:De|From|Le|On)\b/.test(text)) return false;
  return library.parseReplied(`\n${text}`).trim() !== '';
}
