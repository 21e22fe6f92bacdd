import type { SoughtWord } from './found-people.ts';
import { type Word, wordsOf } from './folding.ts';
import type { Person } from './person.ts';
import { nameTerms } from './people-words.ts';

export const personMatchFields = ['NAME', 'JOB_TITLE', 'DEPARTMENT', 'LOCATION', 'EXPERTISE'] as const;
export type PersonMatchField = (typeof personMatchFields)[number];

/** A part of a field that matched, in UTF-16 units of its value as written. */
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

/** Where a person has the words that were looked for: what was typed where it was typed so, else the whole word. */
export function highlight(person: Person, sought: readonly SoughtWord[]): PersonMatch[] {
  if (sought.length === 0) return [];
  const telling = sought.filter(({ optional }) => !optional);
  return [
    ...matchesIn('NAME', person.name, nameTerms(person.name), sought, true),
    ...matchesInProfile('JOB_TITLE', person.jobTitle, telling),
    ...matchesInProfile('DEPARTMENT', person.department, telling),
    ...matchesInProfile('LOCATION', person.location, telling),
    ...person.expertise.flatMap((tag) => matchesInProfile('EXPERTISE', tag, telling)),
  ];
}

function matchesInProfile(field: PersonMatchField, value: string | null, sought: readonly SoughtWord[]): PersonMatch[] {
  return value ? matchesIn(field, value, wordsOf(value), sought, false) : [];
}

function matchesIn(
  field: PersonMatchField,
  value: string,
  terms: readonly Word[],
  sought: readonly SoughtWord[],
  inName: boolean,
): PersonMatch[] {
  const ranges = terms.flatMap((term) => sought.flatMap((word) => rangeOf(term, word, inName) ?? []));
  return merged(ranges).map((range) => ({ field, value, ...range }));
}

function rangeOf(term: Word, { typed, heard, mistyped }: SoughtWord, inName: boolean): Range | null {
  // The rules of PeopleQuery: a word of one or two letters begins names alone.
  const begins = inName || typed.length > 2 ? term.folded.startsWith(typed) : term.folded === typed;
  if (begins) return { start: term.start, end: term.ends[typed.length - 1]! };
  const meant = mistyped.includes(term.folded) || (inName && heard.includes(term.folded));
  return meant ? { start: term.start, end: term.end } : null;
}

/** The ranges in order, those that overlap made one. */
function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
