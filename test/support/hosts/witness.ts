import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLCaller } from '../graphql-caller.ts';

/** What the server has of a page. */
export interface Stored {
  /** What the visitor said to it. */
  reaction: string | null;
  /** The texts that stand there, answers too, newest last. */
  texts: string[];
}

const timeout = 20_000;

/** A colleague who asks the server itself, as the same person: what a page shows may be ahead of it. */
export class Witness {
  readonly #caller: Promise<GraphQLCaller>;

  constructor(parvis: string, handle: string) {
    this.#caller = GraphQLCaller.withToken(parvis, handle);
  }

  /** @param key - Of the page. */
  async stored(key: string): Promise<Stored> {
    const query = `query ($keys: [String!]!) { pages(keys: $keys) {
      viewerReaction comments(first: 50) { nodes { body { text } deletedAt comments(first: 50) { nodes { body { text } } } } }
    } }`;
    const { pages } = await (await this.#caller).query<{ pages: [RawPage] }>(query, { keys: [key] });
    const [page] = pages;
    const texts = page.comments.nodes.flatMap(({ body, comments }) => [
      body?.text,
      ...comments.nodes.map((answer) => answer.body?.text),
    ]);
    return { reaction: page.viewerReaction, texts: texts.filter((text) => text !== undefined) };
  }

  /** Writes a comment on a page, as the visitor does on another machine. */
  async comment(key: string, body: string): Promise<void> {
    const caller = await this.#caller;
    await caller.mutate('addComment', { subjectId: await caller.pageId(key), body });
  }

  /** Waits until the server has it. */
  async until(key: string, description: string, is: (stored: Stored) => boolean): Promise<void> {
    for (const last = Date.now() + timeout; ; await delay(50)) {
      const stored = await this.stored(key);
      if (is(stored)) return;
      if (Date.now() > last) throw new Error(`The server has no ${description} at ${key}: ${JSON.stringify(stored)}`);
    }
  }
}

interface RawPage {
  viewerReaction: string | null;
  comments: { nodes: { body: { text: string } | null; comments: { nodes: { body: { text: string } | null }[] } }[] };
}
