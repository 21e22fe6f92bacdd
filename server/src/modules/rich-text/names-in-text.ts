import { characterAt, characterBefore, continuesAscii, isLetter, precedesInWord } from './characters.ts';
import type { Mention } from './rich-text.ts';
import type { Literal } from './written-address.ts';

/** People by handle, in lower case. */
export type PeopleByHandle = ReadonlyMap<string, Omit<Mention, 't'>>;

/** How many different people one text can mention; the rest stay text. */
const maxMentions = 50;

const longestHandle = 64;
const longestTag = 64;
const handleRun = /[a-z0-9][a-z0-9._-]*/iy;
const tagRun = /[\p{L}\p{N}\p{M}_]+/uy;

/** The handles that a text may mention, to look up before parsing it: more than it does where they stand in code. */
export function mentionedHandles(source: string): string[] {
  const handles = new Set<string>();
  for (const { index } of source.matchAll(/@/g)) {
    const handle = handles.size < maxMentions ? handleAt(source, index) : null;
    if (handle) handles.add(handle.toLowerCase());
  }
  return [...new Set([...handles].flatMap(readings))];
}

/** The mention of a known person at the `@`. */
export function mentionAt(text: string, at: number, people: PeopleByHandle): Literal | null {
  const written = handleAt(text, at);
  for (const reading of written ? readings(written) : []) {
    const person = people.get(reading);
    if (!person) continue;
    const { handle, name, kind } = person;
    const mention = { t: 'mention', handle, name, ...(kind && kind !== 'EMPLOYEE' && { kind }) } as const;
    return { start: at, end: at + 1 + reading.length, inlines: [mention] };
  }
  return null;
}

/** The tag at the `#`: it has a letter, so that #1 is a number. */
export function tagAt(text: string, at: number): Literal | null {
  tagRun.lastIndex = at + 1;
  const tag = beginsName(text, at) && tagRun.exec(text)?.[0];
  if (!tag || [...tag].length > longestTag || !/\p{L}/u.test(tag)) return null;
  return { start: at, end: at + 1 + tag.length, inlines: [{ t: 'tag', v: tag }] };
}

/**
 * The whole handle after the `@`. A letter of another script ends it, as in `@jin.kim님`; a Latin one goes on with it, so
 * that no shorter handle is read into `@jin.kimé`, nor into an address `@jin@example.org`.
 */
function handleAt(text: string, at: number): string | null {
  if (!beginsName(text, at)) return null;
  handleRun.lastIndex = at + 1;
  const handle = handleRun.exec(text)?.[0];
  if (!handle) return null;
  const next = characterAt(text, at + 1 + handle.length);
  return next === '@' || continuesAscii(next) ? null : handle;
}

/** Whether a name can begin here: not inside a word, an address or an entity, so that C#, /@handle and &#39; are not mentions. */
function beginsName(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  if (before === '_') return !isLetter(characterBefore(text, at - 1));
  return !precedesInWord(before) && !/[@#&/.]/.test(before);
}

/** A handle may end in a full stop, and so may a sentence. */
function readings(handle: string): string[] {
  const whole = handle.toLowerCase();
  const trimmed = whole.replace(/[._-]{1,64}$/, '');
  return [...new Set([whole, trimmed])].filter(({ length }) => length > 0 && length <= longestHandle);
}
