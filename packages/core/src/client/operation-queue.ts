import { ParvisError } from './parvis-error.js';
import type { Server } from './server.js';
import { send, type Answer, type Operation } from './transport.js';

/** How many keys one operation may name. */
const MOST_KEYS = 100;
/** How many operations travel together. A request may ask for 30,000 objects, and a thread for some thousands of them. */
const MOST_OPERATIONS = 8;

interface Waiting extends Operation {
  answer: Promise<Answer>;
  settle: (answer: Answer | Promise<never>) => void;
}

let gate: Promise<unknown> | undefined;

/**
 * Holds every queue until `ready` settles. The loader does so while the code of a page's widgets arrives piece by piece,
 * so that what they ask first still travels together.
 */
export function holdQueues(ready: Promise<unknown>): void {
  const before = gate;
  const held = ready
    .catch(() => {})
    .then(() => before)
    .then(() => {
      if (gate === held) gate = undefined;
    });
  gate = held;
}

/** Gathers the operations asked within one turn of the page and sends them as one HTTP request, or as few as can be. */
export class OperationQueue {
  #waiting = new Map<string, Waiting>();

  constructor(readonly server: Server) {}

  /** The answer to one operation; the same operation asked twice in a turn is sent once. */
  ask(query: string, variables: object): Promise<Answer> {
    return this.#operation(query + JSON.stringify(variables), query, variables).answer;
  }

  /**
   * The answer to an operation that takes many `$keys` and lists what they name, and the place of this key in the list.
   * All keys asked in a turn are sent as one operation, or as few as can be.
   */
  async askKey(query: string, key: string): Promise<{ answer: Answer; index: number }> {
    for (let part = 0; ; part++) {
      const { variables, answer } = this.#operation(query + part, query, { keys: [] });
      const { keys } = variables as { keys: string[] };
      const known = keys.indexOf(key);
      if (known < 0 && keys.length === MOST_KEYS) continue;
      const index = known < 0 ? keys.push(key) - 1 : known;
      return { answer: await answer, index };
    }
  }

  #operation(id: string, query: string, variables: object): Waiting {
    const known = this.#waiting.get(id);
    if (known) return known;
    if (!this.#waiting.size) void this.#flush();
    let settle!: Waiting['settle'];
    const answer = new Promise<Answer>((resolve) => (settle = resolve));
    const operation = { query, variables, answer, settle };
    this.#waiting.set(id, operation);
    return operation;
  }

  async #flush(): Promise<void> {
    // A timer comes after every microtask: elements that render in this turn have asked by then.
    do {
      await gate;
      await new Promise((resolve) => setTimeout(resolve));
    } while (gate);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    while (waiting.length) void this.#send(waiting.splice(0, MOST_OPERATIONS));
  }

  async #send(batch: Waiting[]): Promise<void> {
    try {
      const operations = batch.map(({ query, variables }) => ({ query, variables }));
      const answers = await send(this.server, operations);
      batch.forEach(({ settle }, i) => settle(answers[i] ?? Promise.reject(new ParvisError('INTERNAL'))));
    } catch (reason) {
      for (const { settle } of batch) settle(Promise.reject(ParvisError.from(reason)));
    }
  }
}
