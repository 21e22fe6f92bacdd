import { type Word, wordsOf } from '../folding.ts';
import { type QueryWord, SHORTEST_BEGINNING } from './query.ts';
import type { Person } from '../person.ts';
import { nameTerms } from './words.ts';
import { hasSign, signWordsOf } from './sign-words.ts';

export const personMatchFields = ['NAME', 'JOB_TITLE', 'DEPARTMENT', 'LOCATION', 'EXPERTISE'] as const;
export type PersonMatchField = (typeof personMatchFields)[number];

/** A matching part of a field, in UTF-16 units of its original value. */
export interface PersonMatch {
  field: PersonMatchField;
  value: string;
  start: number;
  end: number;
}

interface Range {
  start: number;
  end: number;
}

/** The parts of a person that match the search: the typed letters where they occur, otherwise the whole word. */
export function highlight(person: Person, sought: readonly QueryWord[]): PersonMatch[] {
  if (sought.length === 0) return [];
  const significant = sought.filter(({ optional }) => !optional);
  return [
    ...matchesIn('NAME', person.name, nameTerms(person.name), sought, true),
    ...matchesInProfile('JOB_TITLE', person.jobTitle, significant),
    ...matchesInProfile('DEPARTMENT', person.department, significant),
    ...matchesInProfile('LOCATION', person.location, significant),
    ...person.expertise.flatMap((tag) => matchesInProfile('EXPERTISE', tag, significant)),
  ];
}

function matchesInProfile(field: PersonMatchField, value: string | null, sought: readonly QueryWord[]): PersonMatch[] {
  return value ? matchesIn(field, value, profileWords(value), sought, false) : [];
}

function matchesIn(
  field: PersonMatchField,
  value: string,
  terms: readonly Word[],
  sought: readonly QueryWord[],
  inName: boolean,
): PersonMatch[] {
  const ranges = terms.flatMap((term) => sought.flatMap((word) => rangeOf(term, word, inName) ?? []));
  return merged(ranges).map((range) => ({ field, value, ...range }));
}

/** The words of a text, including words with signs. */
function profileWords(value: string): Word[] {
  const withSigns = signWordsOf(value).map((word) => ({ ...word, ends: [...word.folded].map(() => word.end) }));
  return [...wordsOf(value), ...withSigns];
}

function rangeOf(term: Word, { typed, heard, related, mistyped }: QueryWord, inName: boolean): Range | null {
  const begins =
    inName || typed.length >= SHORTEST_BEGINNING || hasSign(typed)
      ? term.folded.startsWith(typed)
      : term.folded === typed;
  if (begins) return { start: term.start, end: term.ends[typed.length - 1]! };
  const meant =
    mistyped.some((words) => words.includes(term.folded)) || (inName ? heard : related).includes(term.folded);
  return meant ? { start: term.start, end: term.end } : null;
}

/** The ranges in order, with overlapping ones merged. */
function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
