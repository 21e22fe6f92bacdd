import { isRule } from './quote-headers.ts';
import { isBlank, type ReplyLine } from './reply-line.ts';

const starts = [
  /^(?:avis|note|mention|clause) (?:de |sur la )?confidentialit/,
  /^(?:confidentiality (?:notice|note)|disclaimer|legal notice|privileged and confidential)\b/,
  /^(?:ce|cet|le pr[ée]sent) (?:message|courriel|e-?mail|mail|m[ée]l|courrier)\b/,
  /^les informations (?:contenues|figurant)/,
  /^(?:this|the (?:information|contents?)(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission)\b/,
  /^if you (?:are not the intended recipient|have received this (?:e-?mail|message))/,
  /^si vous n.[êe]tes pas (?:le|la) destinataire/,
];
/** A disclaimer is of several of these; a person who writes that something is confidential uses one. */
const subjects = [
  /confiden|privileged|strictement/i,
  /destinataire|intended|addressee|recipient/i,
  /pi[èe]ces? jointes?|attachment|fichiers? joint|annexe/i,
  /par erreur|in error|erron[ée]|mistake/i,
  /virus|alt[ée]r[ée]|unauthori[sz]ed|non autoris[ée]e?|responsabilit|liab(?:le|ility)/i,
  /d[ée]tru(?:ire|isez)|delete|supprime[rz]?|notify|avertir|inform(?:er|ez) l.exp[ée]diteur/i,
];
const short =
  /^\W{0,3}(?:p )?(?:please consider the environment before|think before you print|pensez (?:à|a) l.environnement avant|avant d.imprimer|n.imprimez ce (?:message|mail|courriel)|cet e-?mail a (?:été|ete) v(?:é|e)rifi(?:é|e)|this e-?mail has been checked for viruses|l.absence de virus dans ce|virus-free\.|garanti sans virus|sans virus\.)/i;

const politeEnd = /^\s*(?:thank you|thanks|merci)(?: de votre (?:compréhension|coopération))?[\s.!]*$/i;

const minLength = 120;

/** Where the legal texts begin that a company puts below all its mails; `end` if there are none. */
export function disclaimerStart(lines: readonly ReplyLine[], start: number, end: number): number {
  let found = end;
  const last = paragraphStart(lines, start, end);
  // Some texts end politely: that is part of them, if they are there.
  if (last < end && last === end - 1 && politeEnd.test(lines[last]!.text)) {
    const above = disclaimerStart(lines, start, last);
    return above < last ? above : end;
  }
  for (let first = paragraphStart(lines, start, end); first < found; first = paragraphStart(lines, start, found)) {
    const text = lines
      .slice(first, found)
      .map((line) => line.text.trim())
      .join(' ')
      .trim();
    if (!isDisclaimer(text)) break;
    found = first;
    while (found > start && (isBlank(lines[found - 1]!) || isRule(lines[found - 1]!))) found--;
  }
  // A mail of nothing but such a text is about it.
  return found > start ? found : end;
}

function isDisclaimer(text: string): boolean {
  if (text.length > 5_000) return false;
  if (short.test(text)) return text.length < 300;
  const folded = text.toLowerCase().replace(/^\W+/, '');
  const about = subjects.filter((subject) => subject.test(text)).length;
  return text.length >= minLength && about >= 2 && (starts.some((pattern) => pattern.test(folded)) || about >= 4);
}

/** Where the last paragraph begins. */
function paragraphStart(lines: readonly ReplyLine[], start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(lines[at - 1]!)) at--;
  if (at === start) return end;
  while (at > start && !isBlank(lines[at - 1]!) && !isRule(lines[at - 1]!)) at--;
  return at;
}

const banner =
  /^[\s*[(⚠️!]*(?:caution|warning|attention|avertissement|external|externe)\b.{0,40}(?:this (?:e-?mail|message) (?:originated|comes|is|was)|ce (?:message|courriel|mail|e-?mail) (?:provient|vient|a été envoyé|émane)|external (?:e-?mail|sender)|expéditeur externe)/i;

/** Where the text begins below the warning that a gateway puts above mails from outside. */
export function bannerEnd(lines: readonly ReplyLine[]): number {
  let first = 0;
  while (first < lines.length && isBlank(lines[first]!)) first++;
  const line = lines[first];
  if (
    !line ||
    line.depth > 0 ||
    line.text.length > 500 ||
    !banner.test(line.text) ||
    !/outside|extern|ext[ée]rieur/i.test(line.text)
  )
    return 0;
  let end = first;
  while (end < lines.length && !isBlank(lines[end]!)) end++;
  // Where no empty line follows, nobody knows where the warning ends.
  return end < lines.length && end - first <= 4 ? end : 0;
}
