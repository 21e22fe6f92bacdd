import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { GraphQLCaller, OperationFailed } from '../graphql-caller.ts';
import { Ledger, type Write } from './ledger.ts';

const selections: Record<Write['mutation'], string> = {
  addComment: 'saved: comment { id }',
  addPost: 'saved: post { id }',
  deleteComment: 'saved: comment { id }',
  setReaction: 'saved: subject { id }',
};

/** How long to wait for something that has to come, in milliseconds. */
const timeout = 120_000;

interface Member {
  handle: string;
  caller: GraphQLCaller;
  /** What they have sent, and have no answer to. */
  pending: Write | null;
  /** Comments that nobody else knows, and that they may therefore delete. */
  own: string[];
}

/**
 * Several people who write all the time, each one thing after the other, and send it again with the same key until they
 * have an answer.
 */
export class Crew {
  readonly ledger = new Ledger();
  /** How many calls came to nothing, by what was said of it. */
  readonly failures = new Map<string, number>();
  readonly #members: Member[];
  readonly #topics: string[];
  /** What all may answer and react to: pages at first. */
  readonly #subjects: string[];
  #sending = 0;
  #finishing = false;
  #abandoned = false;
  #gate = Promise.resolve();
  #open = () => {};

  /** Use {@link Crew.gather}. */
  constructor(callers: ReadonlyMap<string, GraphQLCaller>, pages: string[]) {
    this.#members = [...callers].map(([handle, caller]) => ({ handle, caller, pending: null, own: [] }));
    this.#subjects = [...pages];
    this.#topics = pages;
  }

  /** @param address - Of a server that answers now. */
  static async gather(address: string, size: number): Promise<Crew> {
    const names = Array.from({ length: size }, (_, index) => `writer-${index}`);
    const callers = await Promise.all(names.map((name) => GraphQLCaller.withToken(address, name)));
    const keys = Array.from({ length: 10 }, (_, index) => `page-${index}`);
    const pages = (await callers[0]!.query('query ($keys: [String!]!) { pages(keys: $keys) { id } }', { keys })).pages;
    return new Crew(
      new Map(names.map((name, index) => [name, callers[index]!])),
      pages.map(({ id }: { id: string }) => id),
    );
  }

  /** The ids of the pages that they write on. */
  get pages(): readonly string[] {
    return this.#topics;
  }

  get pending(): Write[] {
    return this.#members.flatMap(({ pending }) => pending ?? []);
  }

  /** Sets everybody to work; resolves when all have done what {@link finish} left them. */
  async work(): Promise<void> {
    await Promise.all(this.#members.map((member) => this.#write(member)));
  }

  /** Waits for so many more acknowledgements. @throws {Error} where none comes any more. */
  async acknowledges(more: number): Promise<void> {
    const wanted = this.ledger.acknowledged.length + more;
    const deadline = Date.now() + timeout;
    while (this.ledger.acknowledged.length < wanted) {
      if (Date.now() > deadline) throw new Error(`Nothing is acknowledged: ${JSON.stringify([...this.failures])}`);
      await delay(1);
    }
  }

  /** Nobody sends anything from when it resolves until {@link resume}. */
  async pause(): Promise<void> {
    this.#open();
    this.#gate = new Promise((resolve) => (this.#open = resolve));
    while (this.#sending > 0) await delay(2);
  }

  resume(): void {
    this.#open();
  }

  /** Nobody begins anything new. */
  finish(): void {
    this.#finishing = true;
    this.resume();
  }

  /** Everybody stops, whatever is not acknowledged yet. */
  abandon(): void {
    this.#abandoned = true;
    this.finish();
  }

  async #write(member: Member): Promise<void> {
    for (;;) {
      await this.#gate;
      if (this.#abandoned || (!member.pending && this.#finishing)) return;
      member.pending ??= this.#next(member);
      this.#sending += 1;
      const id = await this.#send(member.caller, member.pending).finally(() => (this.#sending -= 1));
      if (id === null) await delay(50 + 100 * Math.random());
      else await this.#acknowledged(member, member.pending, id);
    }
  }

  async #acknowledged(member: Member, write: Write, id: GlobalId): Promise<void> {
    // Now and then a second time, as after an answer that came too late: the answer has to be the same.
    const again = Math.random() < 0.05 ? await this.#send(member.caller, write) : id;
    if (again !== null && again !== id) throw new Error(`${write.key} was ${id}, and is ${again} when sent again`);
    this.ledger.acknowledge(write, id);
    member.pending = null;
    if (write.mutation === 'addPost') this.#subjects.push(id);
    if (write.mutation !== 'addComment') return;
    if (Math.random() < 0.4) member.own.push(id);
    else this.#subjects.push(id);
  }

  /** The id of what was written; null where the answer never came. */
  async #send(caller: GraphQLCaller, { key, mutation, input }: Write): Promise<GlobalId | null> {
    try {
      const payload = await caller.mutate(mutation, { ...input, idempotencyKey: key }, selections[mutation]);
      return payload.saved.id as GlobalId;
    } catch (error) {
      if (!(error instanceof OperationFailed)) throw error;
      this.failures.set(error.code, (this.failures.get(error.code) ?? 0) + 1);
      return null;
    }
  }

  #next({ handle, own }: Member): Write {
    const key = randomUUID();
    const write = (mutation: Write['mutation'], input: Write['input']): Write => ({ key, handle, mutation, input });
    const dice = Math.random();
    if (dice < 0.45) return write('addComment', { subjectId: this.#somewhere(own), body: `A comment, ${key}` });
    if (dice < 0.55) return write('addPost', { wallKey: 'company', body: `A post, ${key}` });
    if (dice < 0.65 && own.length > 0) return write('deleteComment', { commentId: own.shift()! });
    const content = pick([null, null, 'LIKE', 'LOVE', 'LAUGH']);
    return write('setReaction', { subjectId: this.#somewhere(own), content });
  }

  /** Mostly where others are, too, so that they meet. */
  #somewhere(own: readonly string[]): string {
    if (Math.random() < 0.5) return pick(this.#topics);
    if (own.length > 0 && Math.random() < 0.2) return pick(own);
    return pick(this.#subjects.slice(-50));
  }
}

function pick<T>(values: readonly T[]): T {
  return values[Math.floor(Math.random() * values.length)]!;
}
