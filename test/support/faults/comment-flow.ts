import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLCaller } from '../graphql-caller.ts';

/** In milliseconds. */
const interval = 20;

/** Somebody who comments on one page, one comment after the other, so that their order is known. */
export class CommentFlow {
  readonly #write: (idempotencyKey: string) => Promise<string>;
  readonly topic: string;
  #stopped = false;

  /** @param write - Comments on the topic; the id of the comment. */
  constructor(topic: string, write: (idempotencyKey: string) => Promise<string>) {
    this.topic = topic;
    this.#write = write;
  }

  /** @param key - Of the page. */
  static async on(address: string, key: string): Promise<CommentFlow> {
    const caller = await GraphQLCaller.withToken(address, 'somebody');
    const subjectId = await caller.pageId(key);
    return new CommentFlow(subjectId, async (idempotencyKey) => {
      const input = { subjectId, body: 'A comment', idempotencyKey };
      return (await caller.mutate('addComment', input, 'comment { id }')).comment.id as string;
    });
  }

  /** Writes until {@link stop}; the ids of the comments in their order. */
  async run(): Promise<string[]> {
    const ids: string[] = [];
    while (!this.#stopped) {
      ids.push(await this.#write(randomUUID()));
      await delay(interval);
    }
    return ids;
  }

  stop(): void {
    this.#stopped = true;
  }
}
