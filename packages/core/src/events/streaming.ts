import type { Server } from '../client/server.js';
import { connect } from './connection.js';
import { pause } from './pause.js';
import { Backoff } from './backoff.js';
import type { StreamedEvent } from './streamed-event.js';

export interface StreamingOptions {
  server: Server;
  document: string;
  /** What to ask for, asked before each connection. */
  ask: () => { topics: readonly string[]; after: string | null };
  take: (event: StreamedEvent) => void;
}

/** Keeps one connection up, over outages, sleep and changes of network. Where no stream gets through, it tells to read again. */
export class Streaming {
  readonly #options: StreamingOptions;
  readonly #backoff = new Backoff();
  readonly #stopped = new AbortController();
  #connection = new AbortController();

  constructor(options: StreamingOptions) {
    this.#options = options;
    // Another network: the old connection may be dead without anybody having said so.
    addEventListener('online', this.restart, { signal: this.#stopped.signal });
    void this.#run();
  }

  /** Connects anew, for something else is to be asked for. */
  readonly restart = (): void => this.#connection.abort();

  stop(): void {
    this.#stopped.abort();
    this.restart();
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      this.#connection = new AbortController();
      const { signal } = this.#connection;
      const delay = await this.#connect(signal);
      if (this.#backoff.hopeless && !signal.aborted) this.#options.take({ __typename: 'Resync', cursor: null });
      await pause(delay, signal);
    }
  }

  async #connect(signal: AbortSignal): Promise<number> {
    const start = Date.now();
    let opened = false;
    let delivered = false;
    let reason: unknown;
    const take = (event: StreamedEvent) => {
      opened = true;
      delivered ||= event.__typename !== 'Subscribed';
      this.#options.take(event);
    };
    const { server, document, ask } = this.#options;
    try {
      await connect({ server, document, ...ask(), signal, take });
    } catch (thrown) {
      reason = thrown;
    }
    return signal.aborted ? 0 : this.#backoff.after({ duration: Date.now() - start, opened, delivered, reason });
  }
}
