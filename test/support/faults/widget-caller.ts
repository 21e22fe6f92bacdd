import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from '../../../packages/core/dist/client/server.js';
import { send } from '../../../packages/core/dist/client/transport.js';
import { hostToken } from '../e2e/host-token.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- what an answer holds depends on what was asked */

const read = `query ($id: ID!) {
  node(id: $id) { ... on Page { commentCount comments(last: 20) { nodes { id body { text } author { name } } } } }
}`;
const write = `mutation ($input: AddCommentInput!) {
  addComment(input: $input) { comment { id } userErrors { code message } }
}`;

/** Somebody who reads and comments by the code that widgets call a server with, its retries included. */
export class WidgetCaller {
  /** How many calls came to an answer, at the first try or a later one. */
  calls = 0;
  /** What they said that did not. */
  readonly failures: string[] = [];
  readonly #server: Server;

  constructor(address: string, token: string) {
    this.#server = { endpoint: `${address}/graphql`, getToken: () => token, answered: [] };
  }

  static async named(handle: string, address: string): Promise<WidgetCaller> {
    return new WidgetCaller(address, await hostToken(handle));
  }

  async pageId(key: string): Promise<string> {
    return (await this.#call('query ($key: String!) { pages(keys: [$key]) { id } }', { key })).pages[0].id as string;
  }

  /** Comments; the id of the comment. */
  async comment(subjectId: string, idempotencyKey: string = randomUUID()): Promise<string> {
    const data = await this.#call(write, {
      input: { subjectId, body: `A comment, ${idempotencyKey}`, idempotencyKey },
    });
    return data.addComment.comment.id as string;
  }

  /** Reads a discussion again and again. */
  async readUntil(isOver: () => boolean, pageId: string): Promise<void> {
    while (!isOver()) {
      await this.#call(read, { id: pageId });
      await delay(30);
    }
  }

  /** Comments again and again; the ids of the comments. */
  async writeUntil(isOver: () => boolean, pageId: string): Promise<string[]> {
    const ids: string[] = [];
    while (!isOver()) {
      ids.push(await this.comment(pageId));
      await delay(50);
    }
    return ids;
  }

  async #call(query: string, variables: object): Promise<any> {
    try {
      const [answer] = await send(this.#server, [JSON.stringify({ query, variables })]);
      if (!answer?.data || answer.errors) throw new Error(JSON.stringify(answer));
      this.calls += 1;
      return answer.data;
    } catch (error) {
      this.failures.push(String(error));
      throw error;
    }
  }
}
