import { matches, mayMatch, type PagePattern, parsePagePattern, readPageName } from '../page-pattern.ts';
import { type Audience, type Audienced, readersOfBoth } from '../../../platform/audience.ts';
import type { RowId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Readers } from '../subject-store.ts';

declare module '../../../platform/audience.ts' {
  interface AudienceKinds {
    /** Who holds a grant of a page, by the id of its row. */
    page: true;
  }
}

/** Who reads pages, as an administrator writes it: these words, or the name of an audience such as `group:hr`. */
export type RuleReaders = (typeof words)[number] | `${string}:${string}`;

const words = ['everyone', 'employees', 'pass', 'nobody'] as const;

/** Who reads the pages that a pattern names. */
export interface PageRule {
  readonly pattern: PagePattern;
  /** `pass`: each page is read by who holds a grant of it. */
  readonly readers: Audience | 'pass';
}

/** A rule as an administrator writes it. */
export interface WrittenRule {
  readonly pattern: string;
  readonly readers: RuleReaders;
}

/** What passes have done to a page: one narrowed it, or an administrator opened it again for good. */
export type Narrowing = 'narrowed' | 'opened' | null;

/** A page, as far as it decides who reads it. */
export interface RuledPage {
  readonly rowId: RowId | null;
  /** Its key, or its whole address where that is a hash, and all keys that lead to it. */
  readonly names: readonly string[];
  readonly narrowing: Narrowing;
}

const nobody: Readers = { audience: 'nobody', ownAudience: null, writers: 'nobody' };

/** @throws {Refusal} INVALID with what to write. */
export function parsePageRule(pattern: string, readers: string): WrittenRule {
  try {
    parsePagePattern(pattern);
  } catch (error) {
    throw new Refusal('INVALID', (error as Error).message, ['pattern']);
  }
  if (!isReaders(readers))
    throw new Refusal(
      'INVALID',
      `“${readers.slice(0, 80)}” is nobody: write everyone, employees, pass, nobody or group:HANDLE.`,
      ['readers'],
    );
  return { pattern, readers };
}

/** The rules of the settings, between commas. @throws {Refusal} INVALID with what to write. */
export function readPageRules(list: string): WrittenRule[] {
  const rules = list.split(',').map((rule) => rule.trim());
  const read = rules.filter((rule) => rule !== '').map(readPageRule);
  const [twice] = read.filter(({ pattern }, index) => read.findIndex((rule) => rule.pattern === pattern) < index);
  if (twice) throw new Refusal('INVALID', `“${twice.pattern}” stands twice: one pattern has one rule.`);
  return read;
}

/** One rule, `/hr/** -> group:hr`. */
function readPageRule(text: string): WrittenRule {
  const [, pattern, readers] = /^(.*?)\s*(?:->|→)\s*(.*)$/.exec(text) ?? [];
  if (!pattern || !readers)
    throw new Refusal('INVALID', `“${text.slice(0, 80)}” is no rule: write a pattern, -> and who reads.`);
  return parsePageRule(pattern, readers);
}

/** The people who hold a grant of a page. Nobody is among those of a page without a row. */
export function grantHolders(rowId: RowId | null): Audience {
  return `page:${rowId ?? 'none'}`;
}

/** Those of them who may write. */
export function grantedWriters(rowId: RowId | null): Audience {
  return `${grantHolders(rowId)}/writers` as Audience;
}

/** The rules that a page is under, or may be. */
export function rulesOf({ names }: Pick<RuledPage, 'names'>, rules: readonly PageRule[]): PageRule[] {
  // Of thousands of pages and hundreds of rules: each name is read once.
  const read = names.map(readPageName);
  return rules.filter(({ pattern }) => read.some((name) => mayMatch(pattern, name)));
}

/** Who reads a page and writes there: who is meant by all rules that it is under. @param others - Who does where there is none. */
export function readersUnder(page: RuledPage, rules: readonly PageRule[], others: Audience): Readers {
  const possible = rulesOf(page, rules);
  const meant = new Set(possible.map(({ readers }) => readers));
  const isNamed = possible.some(({ pattern }) => page.names.some((name) => matches(pattern, name)));
  // It may be a page without a rule all the same.
  if (meant.size > 0 && !isNamed) meant.add(others);
  if (page.narrowing === 'narrowed') meant.add('pass');
  if (meant.size === 0) return { audience: others, ownAudience: null, writers: writersAmong(others, page) };
  if (meant.has('nobody')) return nobody;
  const sorted = [...meant].sort();
  const both = sorted
    .map((readers): Audienced => ({
      audience: readers === 'pass' ? grantHolders(page.rowId) : readers,
      ownAudience: null,
    }))
    .reduce(readersOfBoth);
  // Who writes reads: the narrowest of them are enough.
  const narrowest = sorted.find((each) => each === 'pass') ?? sorted.find((each) => each.includes(':')) ?? 'employees';
  return both.audience === 'nobody' ? nobody : { ...both, writers: writersAmong(narrowest, page) };
}

function writersAmong(readers: Audience | 'pass', { rowId }: RuledPage): Audience {
  if (readers === 'pass') return grantedWriters(rowId);
  return readers === 'everyone' ? 'employees' : readers;
}

function isReaders(text: string): text is RuleReaders {
  return (words as readonly string[]).includes(text) || /^[a-z]+:[\w.-]+$/.test(text);
}
