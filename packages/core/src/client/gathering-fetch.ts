import type { Server } from './server.js';
import { send, toResponse, type Answer } from './transport.js';
import { endOfTurn } from './turn.js';

/** How many operations travel together. A request may ask for 30,000 objects, and a thread for some thousands of them. */
const MOST_OPERATIONS = 8;

/**
 * The `fetch` by which graphql-request reads: what is asked within one turn of the page travels as one HTTP request, or as
 * few as can be, and the same question only once. Each gets its own answer, whatever becomes of the others.
 */
export function gatheringFetch(server: Server): typeof fetch {
  let operations: string[] = [];
  let requests: Promise<Promise<Answer[]>[]> | undefined;

  async function sendAll(): Promise<Promise<Answer[]>[]> {
    await endOfTurn();
    // Keys that were gathered until now become operations in this moment.
    await new Promise((resolve) => setTimeout(resolve));
    const waiting = operations;
    operations = [];
    requests = undefined;
    const sent = [];
    while (waiting.length) sent.push(send(server, waiting.splice(0, MOST_OPERATIONS)));
    return sent;
  }

  return async (_address, init) => {
    const operation = init!.body as string;
    const known = operations.indexOf(operation);
    const index = known < 0 ? operations.push(operation) - 1 : known;
    const sent = await (requests ??= sendAll());
    const answers = await sent[Math.floor(index / MOST_OPERATIONS)]!;
    return toResponse(answers[index % MOST_OPERATIONS]);
  };
}
