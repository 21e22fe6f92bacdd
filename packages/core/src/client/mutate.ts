// Apart from the client, so that a page on which nobody writes does not load it.
import type { Document } from '../graphql/graphql.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { ParvisClient } from './parvis-client.js';
import { ParvisError, type ParvisErrorCode } from './parvis-error.js';

interface Payload {
  userErrors: { code: string; message: string }[];
}

/**
 * Writes, with an idempotency key of its own, so that a retry changes nothing twice.
 * @param viewerId - whose write it is: the server takes it from nobody else
 * @throws {ParvisError} whose code is the refusal's, when the server refused
 */
export async function mutate<Name extends string, Result extends Payload, Input extends { idempotencyKey: string }>(
  client: ParvisClient,
  document: Document<Record<Name, Result>, { input: Input }>,
  input: Omit<Input, 'idempotencyKey'>,
  idempotencyKey: string = newIdempotencyKey(),
  viewerId?: string,
): Promise<Result> {
  const variables = { input: { ...input, idempotencyKey } };
  // A write outlives the page that it was made on; browsers take up to 64 KiB of such requests at a time.
  const keepalive = JSON.stringify(variables).length < 15_000;
  const answer = await client.request(document as unknown as string, variables, {
    keepalive,
    ...(viewerId && { headers: { 'x-parvis-viewer': viewerId } }),
  });
  const payload = Object.values(answer)[0] as Result;
  const refusal = payload.userErrors[0];
  if (refusal) throw new ParvisError(refusal.code as ParvisErrorCode, refusal.message);
  return payload;
}
