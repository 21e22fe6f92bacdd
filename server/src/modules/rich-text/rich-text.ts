import type { PersonKind } from '../../platform/viewer.ts';

/** What people write in comments and posts, parsed once when it is written. */
export interface RichText {
  /** What the author typed, byte for byte. */
  source: string;
  /** Without markup, one line a block. */
  text: string;
  tree: Block[];
}

export type Block = Paragraph | Quote | List | CodeBlock;

export interface Paragraph {
  t: 'p';
  c: Inline[];
}

export interface Quote {
  t: 'quote';
  c: Block[];
}

export interface List {
  t: 'list';
  ordered: boolean;
  /** The number of the first item, where it is ordered and does not start at 1. */
  start?: number;
  c: ListItem[];
}

export interface ListItem {
  t: 'item';
  c: Block[];
}

export interface CodeBlock {
  t: 'code';
  v: string;
  lang?: string;
}

/** A string is text. */
export type Inline = string | Styled | InlineCode | Link | LineBreak | Mention | Tag;

export interface Styled {
  t: 'em' | 'strong' | 'del';
  c: Inline[];
}

export interface InlineCode {
  t: 'icode';
  v: string;
}

export interface Link {
  t: 'a';
  /** An http, https or mailto address. */
  href: string;
  c: Inline[];
}

export interface LineBreak {
  t: 'br';
}

/** A person of the directory, with their name, and their kind unless they were an employee, at the time of writing. */
export interface Mention {
  t: 'mention';
  handle: string;
  name: string;
  kind?: PersonKind;
}

export interface Tag {
  t: 'tag';
  /** Without the `#`, as typed. */
  v: string;
}
