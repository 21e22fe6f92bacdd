// Loaded with every element that writes, and small: the outbox itself may not be loadable without a network.
import { newIdempotencyKey } from '../client/idempotency-key.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { ParvisError } from '../client/parvis-error.js';
import type { Document } from '../graphql/graphql.js';
import { UNSENT } from './unsent-places.js';
import type { UnsentText } from './unsent-text.js';

/** A write without a text, such as a like. */
export interface WordlessWrite {
  /** Identifies what is written to: only the last write for it counts. */
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

/** Whether a write to this place is waiting: a newer one must not overtake it. */
export const isKept = (client: ParvisClient, place: string): boolean => keptAt(client, place).length > 0;

/**
 * Stores a write until it can be sent, from any page, replacing an earlier one to the same place. Resolves to its id.
 * @throws {ParvisError} when the viewer is unknown, or nothing can be stored
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
 * Sends the stored write of this id as soon as possible. Resolves once it is no longer stored.
 * @throws {ParvisError} when the server rejects it
 */
export async function deliver(client: ParvisClient, id: string): Promise<void> {
  const { outboxOf } = await import('./parvis-unsent.js');
  await outboxOf(client).deliver(id);
}
