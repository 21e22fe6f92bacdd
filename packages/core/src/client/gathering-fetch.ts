import { Gathering } from './gathering.js';
import type { Server } from './server.js';
import { send, toResponse } from './transport.js';
import { endOfTurn } from './turn.js';

/** How many operations travel together. A request may ask for 30,000 objects, and a thread for some thousands of them. */
const MOST_OPERATIONS = 8;

/**
 * The `fetch` by which graphql-request reads: what is asked within one turn of the page travels as one HTTP request. Each
 * operation gets its own answer, whatever becomes of the others.
 */
export function gatheringFetch(server: Server): typeof fetch {
  const operations = new Gathering(MOST_OPERATIONS, endOfKeys, (waiting) => send(server, waiting));
  return async (_address, init) => {
    const { answer, index } = await operations.add(init!.body as string);
    return toResponse(answer[index]);
  };
}

/** Keys that were gathered until the end of the turn have become operations by then. */
async function endOfKeys(): Promise<void> {
  await endOfTurn();
  await new Promise((resolve) => setTimeout(resolve));
}
