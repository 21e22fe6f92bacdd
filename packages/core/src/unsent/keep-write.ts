// Loaded with what writes, and small: the outbox itself may be had only once the network is back.
import { newIdempotencyKey } from '../client/idempotency-key.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { ParvisError } from '../client/parvis-error.js';
import type { Document } from '../graphql/graphql.js';
import { UNSENT } from './unsent-places.js';
import type { UnsentText } from './unsent-text.js';

/** A write that has no words of its own, such as a like. */
export interface WordlessWrite {
  /** Names what it changes: the last write counts. */
  readonly place: string;
  readonly subjectId: string;
  readonly mutation: Document<object, { input: never }>;
  readonly input: object;
}

const keptAt = (client: ParvisClient, place: string): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${UNSENT}${client.endpoint}:${place}:`));
  } catch {
    // Forbidden: nothing is kept.
    return [];
  }
};

/** Whether a write to this place waits to be sent: another one must not overtake it. */
export const isKept = (client: ParvisClient, place: string): boolean => keptAt(client, place).length > 0;

/**
 * Keeps a write until it can be sent, from whatever page is open then, in place of the one before. Resolves to its name.
 * @throws {ParvisError} when it is not known who writes, or nothing can be kept
 */
export async function keepWrite(client: ParvisClient, write: WordlessWrite): Promise<string> {
  const { viewer } = await client.session();
  const viewerId = viewer?.person.id ?? '';
  const idempotencyKey = newIdempotencyKey();
  const owner = `${write.place}:${viewerId}`;
  const text: UnsentText = {
    ...write,
    id: `${owner}:${idempotencyKey}`,
    idempotencyKey,
    viewerId,
    list: '',
    mutation: write.mutation as unknown as string,
    input: { ...write.input },
    writtenAt: Date.now(),
    isWaiting: true,
  };
  for (const before of keptAt(client, owner)) localStorage.removeItem(before);
  try {
    localStorage.setItem(`${UNSENT}${client.endpoint}:${text.id}`, JSON.stringify(text));
  } catch {
    throw new ParvisError('OFFLINE');
  }
  return text.id;
}

/**
 * Sends what is kept under this name as soon as it can be. Resolves once it is kept no longer.
 * @throws {ParvisError} when the server does not take it
 */
export async function deliver(client: ParvisClient, id: string): Promise<void> {
  const { outboxOf } = await import('./parvis-unsent.js');
  await outboxOf(client).deliver(id);
}
