import { comments } from '@parvis/comment-thread';
import { graphql, type ParvisClient } from '@parvis/core';
import { EventStream } from '@parvis/core/events/event-stream.js';
import { subscription } from '@parvis/core/events/live.js';

const PAGE = graphql('query TabPage($key: String!) { pages(keys: [$key]) { id } }');
/** Reads a page as a widget does, so that the client knows from where on it is to be followed. Resolves to its id. */
export async function readPage(client: ParvisClient, key: string): Promise<string> {
  return (await client.query(PAGE, { key })).pages[0]!.id;
}

/** A tab that shows some topics: several in one page hear each other as tabs do. */
export class Tab {
  /** The texts of the comments that it was told of. */
  readonly comments: string[] = [];
  resyncs = 0;
  readonly #client: ParvisClient;
  readonly #stream: EventStream;
  readonly #follows: { topic: string; at: number }[] = [];

  /** @param viewer - as the server names them; what a page knows by its session */
  constructor(client: ParvisClient, viewer: string | null, ...topics: string[]) {
    this.#client = client;
    this.#stream = new EventStream(client, viewer, {
      document: subscription([comments.live!]),
      apply: (event) => {
        const { comment } = event as unknown as { comment: { body: { tree: unknown } } };
        this.comments.push(/"c":\["([^"]+)"/.exec(JSON.stringify(comment.body.tree))![1]!);
      },
      resync: () => this.resyncs++,
    });
    for (const topic of topics) this.follow(topic);
  }

  get client(): ParvisClient {
    return this.#client;
  }

  follow(topic: string): void {
    this.#follows.push({ topic, at: performance.now() });
    this.#stream.follow(this.#follows);
  }

  close(): void {
    this.#stream.close();
  }
}

/** Between a page and its servers: counts event streams, and cuts them. */
export class StreamWatch {
  /** What each connection asked for. */
  readonly asked: { topics: string[]; after: string | null }[] = [];
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #fetch = window.fetch;

  constructor() {
    window.fetch = async (input, init) => {
      const response = await this.#fetch.call(window, input, init);
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
      this.asked.push((JSON.parse(init!.body as string) as { variables: StreamWatch['asked'][number] }).variables);
      return new Response(this.#watched(response.body!), response);
    };
  }

  get open(): number {
    return this.#open.size;
  }

  cut(): void {
    for (const connection of this.#open) connection.error(new TypeError('network error'));
    this.#open.clear();
  }

  restore(): void {
    window.fetch = this.#fetch;
  }

  #watched(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let connection: ReadableStreamDefaultController<Uint8Array>;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        connection = controller;
        this.#open.add(controller);
      },
      pull: async (controller) => {
        const { done, value } = await reader.read().catch((reason: unknown) => {
          this.#open.delete(connection);
          throw reason;
        });
        if (!done) return controller.enqueue(value);
        this.#open.delete(connection);
        controller.close();
      },
      cancel: (reason) => {
        this.#open.delete(connection);
        return reader.cancel(reason);
      },
    });
  }
}
