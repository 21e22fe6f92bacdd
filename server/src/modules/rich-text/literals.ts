import { mentionAt, type PeopleByHandle, tagAt } from './names-in-text.ts';
import { type Literal, writtenAddress } from './written-address.ts';
import { writtenMail } from './written-mail.ts';
import { writtenIdentifier, writtenPath } from './written-path.ts';

const beginning = /https?:\/\/|www\.|[a-z]:\\|\\\\|[@#]|(?<!_)_+(?=[\p{L}\p{N}])|(?<!\*)\*[._^-]+\*(?!\*)/giu;

/** The addresses, paths, mentions and tags of a text, in order. Each is looked at once: the time grows as the text does. */
export function literalsIn(text: string, people: PeopleByHandle): Literal[] {
  const literals: Literal[] = [];
  const matcher = new RegExp(beginning);
  let floor = 0;
  for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
    const { index } = match;
    const literal = literalAt(text, index, match[0].length, floor, people);
    if (!literal) continue;
    literals.push(literal);
    floor = matcher.lastIndex = literal.end;
  }
  return literals;
}

function literalAt(text: string, index: number, length: number, floor: number, people: PeopleByHandle): Literal | null {
  switch (text[index]) {
    case '@':
      return writtenMail(text, index, floor) ?? mentionAt(text, index, people);
    case '#':
      return tagAt(text, index);
    case '\\':
      return writtenPath(text, index);
    case '*':
      // A face, *_*, or any file, *.*: there is nothing in it to stress.
      return { start: index, end: index + length, inlines: [text.slice(index, index + length)] };
    case '_':
      return writtenIdentifier(text, index);
    default:
      return text[index + 1] === ':' ? writtenPath(text, index) : writtenAddress(text, index);
  }
}
