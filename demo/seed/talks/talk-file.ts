import { type ReactionCount, reactionCount } from './reaction-mix.ts';
import type { PageTalk, Saying, WallPost, WallTalk } from './talk.ts';

type Fields = Readonly<Record<string, string>>;

/** What only posts have may be missing. */
type Said = Saying & Partial<WallPost>;

/** A heading with what stands below it, up to the next. */
interface Section {
  /** How deep: an answer is one deeper than what it answers. */
  level: number;
  by: string;
  fields: Fields;
  text: string;
}

/**
 * Reads a conversation. Above it, between lines of dashes, stands where it takes place: `page: …` or `wall: …`. Each thing
 * said is a heading with the speaker's handle, lines such as `reactions: LIKE 5, LAUGH 2` directly below it, an empty line
 * and the text. An answer has one `#` more than what it answers.
 *
 * @throws {Error} Where it makes no sense.
 */
export function parseTalk(file: string): PageTalk | WallTalk {
  const [, head = '', body = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(file) ?? [];
  const fields = parseFields(head);
  const sections = body.split(/^(?=#+ )/m).flatMap((part) => (part.trim() ? parseSection(part) : []));
  const said = nested(sections, 1);
  if (fields.wall !== undefined) return { wall: fields.wall, posts: said.map(asPost) };
  return {
    page: needed(fields, 'page'),
    title: needed(fields, 'title'),
    days: Number(needed(fields, 'days')),
    reactions: reactionsOf(fields),
    comments: said,
  };
}

function parseSection(part: string): Section {
  const [, marks, by, lines, text] = /^(#+) (\S+)\n((?:\w+: [^\n]*\n)*)\n(.+)$/s.exec(part) ?? [];
  if (!marks || !by || !text) throw new Error(`This is nothing that somebody says: ${part}`);
  return { level: marks.length, by, fields: parseFields(lines ?? ''), text: text.trim() };
}

function parseFields(lines: string): Fields {
  return Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const [, name, value] = /^(\w+): (.*)$/.exec(line) ?? [];
      return name && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** Those of a level, each with what is below it up to the next of them. */
function nested(sections: readonly Section[], level: number): Said[] {
  const starts = sections.flatMap((section, index) => (section.level === level ? [index] : []));
  if (sections.length > 0 && starts[0] !== 0) throw new Error(`${sections[0]!.by} answers nothing.`);
  return starts.map((start, index) => {
    const answers = nested(sections.slice(start + 1, starts[index + 1]), level + 1);
    return said(sections[start]!, answers);
  });
}

function said({ by, fields, text }: Section, answers: readonly Saying[]): Said {
  const { days, channel, link, pinned, before, withdrawn } = fields;
  return {
    by,
    text,
    reactions: reactionsOf(fields),
    answers,
    ...(before && { before }),
    ...(withdrawn && { withdrawn: true }),
    ...(days && { days: Number(days) }),
    ...(channel && { channel }),
    ...(link && { link }),
    ...(pinned && { pinned: true }),
  };
}

function asPost(said: Said): WallPost {
  const { days } = said;
  if (!days) throw new Error(`The post of ${said.by} has no age: ${said.text}`);
  return { ...said, days };
}

function reactionsOf({ reactions = '0' }: Fields): ReactionCount {
  return reactionCount(reactions);
}

function needed(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined) throw new Error(`A conversation says no ${name}: ${JSON.stringify(fields)}`);
  return value;
}
