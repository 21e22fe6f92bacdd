import { isAnswerLine } from '../answer-line.ts';
import { bannerEnd, disclaimerStart } from './disclaimers.ts';
import { attributionEndingAt, isForward, isHeaderBlock, isRule, isSeparator } from './quote-headers.ts';
import { isBlank, joinLines, type ReplyLine } from './reply-line.ts';
import { markedStart, mobileStart, signatureStart } from './signatures.ts';

export interface CutReply {
  /** What the sender wrote, with the lines that they answered in between. */
  written: string;
  /** Everything else: older mails, signatures, legal texts. Each line of the mail is in one of the two. */
  rest: string;
}

/** A quote of so few lines that somebody answers below is kept: the answer may mean nothing without it. */
const shortQuote = 3;
/** Of a longer one, the last paragraph. */
const keptQuote = 6;

/** How many signatures, legal texts and quotes below each other are looked for, and in how many lines. */
const mostInTail = 20;
const longestSegment = 500;

/**
 * Parts what somebody wrote from what the mail program and the company put below and between. In doubt a line is kept:
 * a signature too many is read over, a lost sentence is not.
 *
 * @param name - Of the sender, which signatures begin with.
 */
export function cutReply(lines: readonly ReplyLine[], name = ''): CutReply {
  const cut = new Set<number>();
  const cutLines = (from: number, to: number) => {
    for (let at = from; at < to; at++) cut.add(at);
  };
  const start = bannerEnd(lines);
  cutLines(0, start);
  const history = historyStart(lines, start, name);
  cutLines(history, lines.length);
  const end = tailStart(lines, start, history, name);
  cutLines(end, history);
  for (const [from, to] of middleQuotes(lines, start, end)) cutLines(from, to);
  return {
    written: joinLines(lines.filter((_, index) => !cut.has(index))),
    rest: joinLines(lines.filter((_, index) => cut.has(index))),
  };
}

/** Where the older mail begins that is not marked by `>`; the end if there is none. */
function historyStart(lines: readonly ReplyLine[], start: number, name: string): number {
  for (let at = start; at < lines.length; at++) {
    if (lines[at]!.depth > 0) continue;
    const found = historyAt(lines, at);
    if (found === null) continue;
    const from = withIntroduction(lines, start, found);
    // A mail that somebody passed on without a word is what they wanted to say.
    const isAlone = tailStart(lines, start, from, name) === start || lines.slice(start, from).every(isBlank);
    const isPassedOn = isForward(lines[at]!) || isHeaderBlock(lines, at);
    return isAlone && isPassedOn ? lines.length : from;
  }
  return lines.length;
}

function historyAt(lines: readonly ReplyLine[], at: number): number | null {
  const line = lines[at]!;
  if (line.mark === 'history' || isAnswerLine(line.text) || isSeparator(line) || isHeaderBlock(lines, at)) return at;
  const attribution = attributionEndingAt(lines, at);
  if (!attribution?.isCertain) return null;
  const next = lines.slice(at + 1).find((other) => !isBlank(other));
  // Quotes that are marked are treated as such: there may be answers between them.
  return next && next.depth === 0 ? attribution.start : null;
}

/** With the rule and the sentence that stand above an older mail. */
function withIntroduction(lines: readonly ReplyLine[], start: number, found: number): number {
  let from = found;
  for (let at = found - 1; at >= start; at--) {
    if (isBlank(lines[at]!)) continue;
    if (isRule(lines[at]!)) from = at;
    else {
      const attribution = attributionEndingAt(lines, at);
      if (!attribution || attribution.start < start) break;
      from = at = attribution.start;
    }
  }
  return from;
}

/** Where nothing follows but quotes, signatures and legal texts. */
function tailStart(lines: readonly ReplyLine[], start: number, end: number, name: string): number {
  let tail = end;
  for (let found = 0; found < mostInTail; found++) {
    const last = tail;
    while (tail > start && isBlank(lines[tail - 1]!)) tail--;
    if (tail === start) return start;
    if (lines[tail - 1]!.depth > 0) {
      const quote = quoteStart(lines, start, tail);
      // A quote at the end that nobody introduced is still nothing that the sender wrote.
      tail = introducedFrom(lines, start, quote);
      continue;
    }
    const segment = segmentStart(lines, start, tail);
    tail = belowText(lines, segment, tail, name);
    while (tail > segment && tail < last && isRule(lines[tail - 1]!)) tail--;
    if (tail === last || lines.slice(tail, last).every(isBlank)) return tail;
  }
  return tail;
}

/** Where the lowest thing begins that is not text. One at a time: an address in one is no evidence for the next. */
function belowText(lines: readonly ReplyLine[], start: number, end: number, name: string): number {
  for (const find of [disclaimerStart, mobileStart, markedStart]) {
    const found = find(lines, start, end);
    if (found < end) return found;
  }
  return signatureStart(lines, start, end, name);
}

/** Where the lines begin that are not quoted and reach up to `end`. */
function segmentStart(lines: readonly ReplyLine[], start: number, end: number): number {
  let at = end;
  while (at > start && end - at < longestSegment && lines[at - 1]!.depth === 0) at--;
  return at;
}

function quoteStart(lines: readonly ReplyLine[], start: number, end: number): number {
  let first = end - 1;
  for (let at = end - 1; at >= start; at--) {
    if (lines[at]!.depth > 0) first = at;
    else if (!isBlank(lines[at]!)) break;
  }
  return first;
}

/** Where the sentence begins that introduces a quote; the quote itself if there is none. */
function introducedFrom(lines: readonly ReplyLine[], start: number, quote: number): number {
  let at = quote - 1;
  while (at >= start && isBlank(lines[at]!)) at--;
  if (at < start) return quote;
  return Math.max(start, attributionEndingAt(lines, at)?.start ?? quote);
}

/** What to cut of the quotes that are followed by an answer. */
function* middleQuotes(lines: readonly ReplyLine[], start: number, end: number): Generator<[number, number]> {
  const quotes: [number, number][] = [];
  for (let at = end; at > start; at--) {
    if (lines[at - 1]!.depth === 0) continue;
    const first = quoteStart(lines, start, at);
    quotes.unshift([first, at]);
    at = first + 1;
  }
  for (const [index, [from, to]] of quotes.entries()) {
    const introduced = introducedFrom(lines, start, from);
    const isBottomPosted = quotes.length === 1 && lines.slice(start, introduced).every(isBlank);
    yield [introduced, from];
    yield [from, introductionEnd(lines, from, to)];
    if (isBottomPosted && to - from > shortQuote) yield [from, to];
    else if (to - from > keptQuote) yield [from, lastParagraph(lines, from, to, index === 0)];
  }
}

/** Where a quote begins behind the sentence that introduces it, which Apple puts into it. */
function introductionEnd(lines: readonly ReplyLine[], from: number, to: number): number {
  for (let at = from; at < to && at < from + 4; at++)
    if (attributionEndingAt(lines, at)?.isCertain) {
      while (at + 1 < to && isBlank(lines[at + 1]!)) at++;
      return at + 1;
    }
  return from;
}

/** Where the last paragraph of a quote begins: that is what is answered below it. */
function lastParagraph(lines: readonly ReplyLine[], from: number, to: number, hasHead: boolean): number {
  let at = to - 1;
  while (at > from && !isBlank(lines[at - 1]!)) at--;
  // Without paragraphs, all of it may be what is answered, unless it is our mail from its first line on.
  return at > from || !hasHead ? at : from;
}
