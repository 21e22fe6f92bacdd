import type { Document } from '../graphql/graphql.js';
import type { ParvisClient } from './parvis-client.js';

/**
 * Reads on its own, at once, and aborts the HTTP request itself when `signal` aborts: for search while typing.
 * @throws {ParvisError}
 */
export async function queryNow<Result, Variables extends object>(
  client: ParvisClient,
  document: Document<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  return (await client.request(document as unknown as string, variables, { signal })) as Result;
}
