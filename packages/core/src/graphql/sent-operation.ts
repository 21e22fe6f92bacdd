/** What the build makes of a document: its kind, its name, and the id by which the server knows its text. */
const STAND_IN = /^\w+ \w+@(\S+)$/;

export interface SentOperation {
  query: string;
  variables?: unknown;
  operationName?: string | undefined;
}

/** An operation as JSON: with the id of its document, or else with its text. */
export function toSent({ query, ...rest }: SentOperation): string {
  const [, documentId] = STAND_IN.exec(query) ?? [];
  return JSON.stringify({ ...(documentId ? { documentId } : { query }), ...rest });
}
