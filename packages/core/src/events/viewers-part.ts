import type { ParvisClient } from '../client/parvis-client.js';
import { VIEWERS_PART } from './event-operations.js';

/** What an answer may hold of `nodes`. */
const MOST = 100;

const waiting = new WeakMap<ParvisClient, Set<string>>();

/**
 * Reads what differs by viewer of an entity that an event told of. Several are read as one operation.
 * @param spread - in how many ms at most it is asked: an event comes to all readers in the same moment
 */
export function readViewersPart(client: ParvisClient, id: string, spread: number): void {
  const ids = waiting.get(client);
  if (ids) {
    ids.add(id);
    return;
  }
  waiting.set(client, new Set([id]));
  setTimeout(() => void ask(client), Math.random() * spread);
}

async function ask(client: ParvisClient): Promise<void> {
  const ids = [...waiting.get(client)!];
  waiting.delete(client);
  for (let i = 0; i < ids.length; i += MOST) {
    // What is gone, or cannot be read now, is shown as to a stranger.
    await Promise.all(ids.slice(i, i + MOST).map((id) => client.load(VIEWERS_PART, id).catch(() => {})));
  }
}
