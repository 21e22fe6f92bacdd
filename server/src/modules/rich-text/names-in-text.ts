import type { Inline, Link, Mention, Tag } from './rich-text.ts';

/** People by handle, in lower case. */
export type PeopleByHandle = ReadonlyMap<string, { readonly handle: string; readonly name: string }>;

/** How many different people one text can mention; the rest stay text. */
const maxMentions = 50;

// None may begin or end inside a word, an address or an entity: C#, /@handle and &#39; name nobody.
const word = String.raw`[\p{L}\p{N}\p{M}_]`;
const email = String.raw`(?<email>[a-zA-Z0-9][a-zA-Z0-9._%+-]{0,63}@(?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-zA-Z0-9]{1,63})`;
const handle = String.raw`@(?<handle>[a-zA-Z0-9][a-zA-Z0-9._-]{0,63})`;
const tag = String.raw`#(?<tag>${word}{1,64})`;
const name = new RegExp(String.raw`(?<!${word}|[@#&/.])(?:${email}|${handle}|${tag})(?!${word})`, 'gu');

/** The handles that a text may mention, to look up before parsing it: more than it does where they stand in code. */
export function mentionedHandles(source: string): string[] {
  const handles = new Set<string>();
  for (const { groups } of source.matchAll(name)) if (groups?.handle) handles.add(groups.handle.toLowerCase());
  return [...new Set([...handles].slice(0, maxMentions).flatMap(readings))];
}

/** A text with its @mentions of known people, its #tags and its mail addresses as nodes. */
export function withNames(text: string, people: PeopleByHandle): Inline[] {
  const inlines: Inline[] = [];
  let done = 0;
  for (const { index, groups } of text.matchAll(name)) {
    const found = namedBy(groups!, people);
    if (!found) continue;
    if (index > done) inlines.push(text.slice(done, index));
    inlines.push(found.node);
    done = index + found.length;
  }
  if (done < text.length) inlines.push(text.slice(done));
  return inlines;
}

function namedBy(
  { email, handle, tag }: Record<string, string | undefined>,
  people: PeopleByHandle,
): { node: Mention | Tag | Link; length: number } | null {
  if (email) return { node: { t: 'a', href: `mailto:${email}`, c: [email] }, length: email.length };
  if (tag) return /\p{L}/u.test(tag) ? { node: { t: 'tag', v: tag }, length: tag.length + 1 } : null;
  for (const reading of readings(handle!)) {
    const person = people.get(reading);
    if (person) return { node: { t: 'mention', handle: person.handle, name: person.name }, length: reading.length + 1 };
  }
  return null;
}

/** A handle may end in a full stop, and so may a sentence. */
function readings(handle: string): string[] {
  const whole = handle.toLowerCase();
  const trimmed = whole.replace(/[._-]+$/, '');
  return trimmed === whole ? [whole] : [whole, trimmed];
}
