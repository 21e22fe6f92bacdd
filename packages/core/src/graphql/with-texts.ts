// Loaded when a server does not know a document: during an upgrade, it may be of the previous version.
import type { GraphQLFailure } from '../client/graphql-failure.js';
import { documentTexts } from './document-texts.js';

/** Sent operations, with the texts of their documents instead of ids; undefined where all had texts already. */
export function withTexts(operations: readonly string[]): string[] | undefined {
  const parsed = operations.map((operation) => JSON.parse(operation) as { documentId?: string });
  if (!parsed.some(({ documentId }) => documentId)) return undefined;
  return parsed.map(({ documentId, ...rest }) =>
    JSON.stringify({ ...(documentId && { query: documentTexts[documentId] }), ...rest }),
  );
}

/**
 * Whether a server does not know a field of ours, as a node of the version before while nodes are changed one by one: of all
 * errors, only those of a document's validation have no code. Or it takes only documents that it knows, and ours is another.
 */
export const isOlder = ({ errors: [error] = [] }: { errors?: GraphQLFailure[] }): boolean =>
  !!error && (!error.extensions?.code || error.extensions.code === 'PERSISTED_QUERY_NOT_FOUND');
