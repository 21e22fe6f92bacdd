import type { initGraphQLTada, TadaDocumentNode } from 'gql.tada';
import type { Block } from '../rich-text/rich-text-tree.js';
import type { introspection } from './introspection.js';

interface Scalars {
  ID: string;
  DateTime: string;
  RichTextTree: Block[];
}

/** An operation that knows its result and variables. At run time it is its text. */
export type Document<Result, Variables> = TadaDocumentNode<Result, Variables, unknown>;

// Between a document and its fragments: an empty comment to GraphQL, and where to cut them apart again.
const SEAM = '\n#\n';

/**
 * Types an operation from schema.graphql and leaves its text as it is: nothing is parsed in the browser. A fragment that
 * comes with several others is joined once, as GraphQL asks.
 */
export const graphql = ((source: string, fragments: readonly string[] = []) =>
  [...new Set([source, ...fragments].flatMap((text) => text.split(SEAM)))].join(SEAM)) as unknown as initGraphQLTada<{
  introspection: introspection;
  scalars: Scalars;
  disableMasking: true;
}>;

export type { ResultOf, VariablesOf } from 'gql.tada';
