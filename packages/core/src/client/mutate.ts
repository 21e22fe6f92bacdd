// Separate from the client, so that pages on which the viewer only reads do not load it.
import type { Document } from '../graphql/graphql.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { ParvisClient } from './parvis-client.js';
import { ParvisError, type ParvisErrorCode } from './parvis-error.js';

interface Payload {
  userErrors: { code: string; message: string; retryAfter: number | null }[];
}

/**
 * Sends a mutation with an idempotency key, so that a retry does not write twice.
 * @param viewerId - the author of the write: the server rejects it when another person is signed in
 * @throws {ParvisError} with the code of the refusal, when the server refused
 */
export async function mutate<Name extends string, Result extends Payload, Input extends { idempotencyKey: string }>(
  client: ParvisClient,
  document: Document<Record<Name, Result>, { input: Input }>,
  input: Omit<Input, 'idempotencyKey'>,
  idempotencyKey: string = newIdempotencyKey(),
  viewerId?: string,
): Promise<Result> {
  const variables = { input: { ...input, idempotencyKey } };
  // `keepalive` lets the write finish after the page is closed; browsers allow 64 KiB of such requests at a time.
  const keepalive = JSON.stringify(variables).length < 15_000;
  const answer = await client.request(document as unknown as string, variables, {
    keepalive,
    ...(viewerId && { headers: { 'x-parvis-viewer': viewerId } }),
  });
  const payload = Object.values(answer)[0] as Result;
  const refusal = payload.userErrors[0];
  if (refusal) {
    const { code, message, retryAfter } = refusal;
    throw new ParvisError(code as ParvisErrorCode, message, { retryAfter: retryAfter ?? undefined });
  }
  return payload;
}
