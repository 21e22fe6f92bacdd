import type { initGraphQLTada, TadaDocumentNode } from 'gql.tada';
import type { Block } from '../rich-text/rich-text-tree.js';
import type { introspection } from './introspection.js';

interface Scalars {
  ID: string;
  DateTime: string;
  Date: string;
  RichTextTree: Block[];
}

/** An operation that knows its result and variables. At run time it is its text. */
export type Document<Result, Variables> = TadaDocumentNode<Result, Variables, unknown>;

// Between a document and its fragments: an empty comment to GraphQL, and where to cut them apart again.
const SEAM = '\n#\n';

// One that comes with several others is joined once, as GraphQL asks.
const join = (texts: readonly string[]): string => [...new Set(texts.flatMap((text) => text.split(SEAM)))].join(SEAM);

/** Types an operation from schema.graphql and leaves its text as it is: nothing is parsed in the browser. */
export const graphql = ((source: string, fragments: readonly string[] = []) =>
  join([source, ...fragments])) as unknown as initGraphQLTada<{
  introspection: introspection;
  scalars: Scalars;
  disableMasking: true;
}>;

/** A fragment that is a part of another one, by its name: `Poll_LiveContent` belongs into `LiveContent`. */
export const PART = /^\s*fragment (\w+?_(\w+)) on\b/;

/**
 * Adds to a document what packages ask in addition: each part goes into the fragment that it names. In a bundle this does
 * nothing, for the build has added all parts that there are: the document is the same on all pages.
 */
export function extend(document: string, parts: readonly string[]): string {
  const open = parts.reduce((text, part) => {
    const [, name, whole] = PART.exec(part)!;
    return text.replace(new RegExp(`(fragment ${whole} on \\w+\\s*\\{)`), `$1...${name} `);
  }, document);
  return join([open, ...parts]);
}

export type { ResultOf, VariablesOf } from 'gql.tada';
