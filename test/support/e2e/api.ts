import { randomUUID } from 'node:crypto';

/* eslint-disable @typescript-eslint/no-explicit-any -- what an answer holds depends on what was asked */

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** Somebody who works a demo server over HTTP, to prepare what others see in a browser. */
export class Api {
  readonly #address: string;
  readonly #handle: string;

  constructor(address: string, handle: string) {
    this.#address = address;
    this.#handle = handle;
  }

  as(handle: string): Api {
    return new Api(this.#address, handle);
  }

  async query(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    return (await this.batch([{ query, variables }]))[0];
  }

  /** Several operations as one request; their data, in their order. */
  async batch(operations: Operation[]): Promise<any[]> {
    const response = await fetch(`${this.#address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `parvis_persona=${this.#handle}` },
      body: JSON.stringify(operations),
    });
    const answers = (await response.json()) as { data?: any; errors?: unknown }[];
    const failures = Array.isArray(answers) ? answers.flatMap(({ errors }) => errors ?? []) : [answers];
    if (failures.length) throw new Error(`Unexpected errors: ${JSON.stringify(failures)}`);
    return answers.map(({ data }) => data);
  }

  /** A mutation as an operation, to be sent with others; its answer is under `payload`. */
  mutation(name: string, input: Record<string, unknown>, selection = ''): Operation {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    return {
      query: `mutation ($input: ${type}) { payload: ${name}(input: $input) { ${selection} userErrors { code message field } } }`,
      variables: { input: { idempotencyKey: randomUUID(), ...input } },
    };
  }

  async mutate(name: string, input: Record<string, unknown>, selection = ''): Promise<any> {
    const [{ payload }] = await this.batch([this.mutation(name, input, selection)]);
    if (payload.userErrors.length) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  }

  /** The id of a page, which is the same before anything is written on it. */
  async pageId(key: string): Promise<string> {
    return (await this.query('query ($keys: [String!]!) { pages(keys: $keys) { id } }', { keys: [key] })).pages[0].id;
  }

  /** Comments on a page or post, or answers a comment; its id. */
  async comment(subjectId: string, body: string): Promise<string> {
    return (await this.mutate('addComment', { subjectId, body }, 'comment { id }')).comment.id;
  }

  /** @param wallKey - `company`, `page:…` or `person:…` */
  async post(wallKey: string, body: string, linkUrl?: string): Promise<string> {
    return (await this.mutate('addPost', { wallKey, body, linkUrl }, 'post { id }')).post.id;
  }

  async react(subjectId: string, content: string): Promise<void> {
    await this.mutate('setReaction', { subjectId, content });
  }
}
