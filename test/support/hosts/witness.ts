import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hostToken } from '../e2e/host-token.ts';

/** What the server has of a page. */
export interface Stored {
  /** What the visitor said to it. */
  reaction: string | null;
  /** The texts that stand there, answers too, newest last. */
  texts: string[];
}

const patience = 20_000;

/** A colleague who asks the server itself, as the same person: what a page shows may be ahead of it. */
export class Witness {
  readonly #parvis: string;
  readonly #handle: string;

  constructor(parvis: string, handle: string) {
    this.#parvis = parvis;
    this.#handle = handle;
  }

  /** @param key - Of the page. */
  async stored(key: string): Promise<Stored> {
    const query = `query ($keys: [String!]!) { pages(keys: $keys) {
      viewerReaction comments(first: 50) { nodes { body { text } deletedAt comments(first: 50) { nodes { body { text } } } } }
    } }`;
    const { data, errors } = await this.#ask<{ pages: [RawPage] }>(query, { keys: [key] });
    const page = data?.pages[0];
    if (!page) throw new Error(`The server says of ${key}: ${JSON.stringify(errors)}`);
    const texts = page.comments.nodes.flatMap(({ body, comments }) => [
      body?.text,
      ...comments.nodes.map((answer) => answer.body?.text),
    ]);
    return { reaction: page.viewerReaction, texts: texts.filter((text) => text !== undefined) };
  }

  /** Writes a comment on a page, as the visitor does on another machine. */
  async comment(key: string, body: string): Promise<void> {
    const { data } = await this.#ask<{ pages: [{ id: string }] }>(
      'query ($keys: [String!]!) { pages(keys: $keys) { id } }',
      { keys: [key] },
    );
    const input = { subjectId: data!.pages[0].id, body, idempotencyKey: randomUUID() };
    await this.#ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }', { input });
  }

  async #ask<Data>(query: string, variables: object): Promise<{ data: Data | null; errors?: unknown }> {
    const response = await fetch(`${this.#parvis}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await hostToken(this.#handle)}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Data | null; errors?: unknown };
  }

  /** Waits until the server has it. */
  async until(key: string, description: string, is: (stored: Stored) => boolean): Promise<void> {
    for (const last = Date.now() + patience; ; await delay(50)) {
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
