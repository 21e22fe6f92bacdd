import { Gathering } from './gathering.js';
import type { Server } from './server.js';
import { send, toResponse } from './transport.js';
import { endOfTurn } from './turn.js';

/** How many operations travel together. A request may read 30,000 objects, and a thread needs some thousands of them. */
const MOST_OPERATIONS = 8;

/**
 * The `fetch` that graphql-request uses for reads: operations sent within one turn of the page travel as one HTTP request.
 * Each gets its own response, whether or not the others fail.
 */
export function gatheringFetch(server: Server): typeof fetch {
  const operations = new Gathering(MOST_OPERATIONS, endOfKeys, (waiting) => send(server, waiting));
  return async (_address, init) => {
    const { answer, index } = await operations.add(init!.body as string);
    return toResponse(answer[index]);
  };
}

/** Keys gathered until the end of the turn have become operations by then. */
async function endOfKeys(): Promise<void> {
  await endOfTurn();
  await new Promise((resolve) => setTimeout(resolve));
}
