// Loaded where a server did not understand a request: it may be of the version before, while they change.
import { documentTexts } from './document-texts.js';

/** Operations on their way, with the texts of their documents; nothing where they have them already. */
export function withTexts(operations: readonly string[]): string[] | undefined {
  const parsed = operations.map((operation) => JSON.parse(operation) as { documentId?: string });
  if (!parsed.some(({ documentId }) => documentId)) return undefined;
  return parsed.map(({ documentId, ...rest }) =>
    JSON.stringify({ ...(documentId && { query: documentTexts[documentId] }), ...rest }),
  );
}
