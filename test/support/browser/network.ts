/** One HTTP request of the page's widgets. */
export interface NetworkRequest {
  readonly url: string;
  readonly operations: readonly { query: string; variables: Record<string, unknown> }[];
  readonly signal: AbortSignal | undefined;
}

/** Answers a request in the network's place; nothing lets it pass. */
export type Interception = (request: NetworkRequest, pass: () => Promise<Response>) => Promise<Response> | undefined;

/** Stands between the widgets of a page and the network: counts, delays, fails or answers what they ask. */
export class Network {
  readonly requests: NetworkRequest[] = [];
  /** How many were under way at the same time, at most. */
  mostAtOnce = 0;
  /** Decides what becomes of the requests from now on. */
  intercept: Interception | undefined;

  readonly #fetch = window.fetch;
  #underWay = 0;
  #isSilent = false;
  #streamsBegin: Promise<void> | undefined;

  constructor() {
    window.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const pass = () => this.#fetch.call(window, input, init);
      if (new Headers(init?.headers).get('accept') === 'text/event-stream') {
        if (this.#isSilent) return new Promise(() => {});
        await this.#streamsBegin;
      }
      // What the test runner asks for itself is none of ours.
      if (typeof init?.body !== 'string' || !init.body.startsWith('[')) return pass();
      const signal = init.signal ?? undefined;
      const request = { url, signal, operations: JSON.parse(init.body) as NetworkRequest['operations'] };
      this.requests.push(request);
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underWay);
      // To the page, a request is over as soon as it gave it up.
      let isOver = false;
      const end = () => {
        if (!isOver) this.#underWay--;
        isOver = true;
      };
      signal?.addEventListener('abort', end);
      try {
        return await (this.intercept?.(request, pass) ?? pass());
      } finally {
        end();
      }
    };
  }

  /** How often an operation was asked for, in all requests. */
  count(operation: string): number {
    return this.requests.flatMap(({ operations }) => operations).filter(({ query }) => query.includes(operation))
      .length;
  }

  /** Lets no stream of events begin, from now on. */
  silence(): void {
    this.#isSilent = true;
  }

  /** Lets every stream of events that begins from now on wait until the returned function is called. */
  holdStreams(): () => void {
    let release!: () => void;
    this.#streamsBegin = new Promise<void>((resolve) => (release = resolve));
    return release;
  }

  /** Fails every request from now on, as a cable that was pulled. */
  cut(): void {
    this.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  }

  /** Answers every request with this GraphQL error. */
  refuse(code: string, extensions: object = {}): void {
    const errors = [{ message: code, extensions: { code, ...extensions } }];
    this.intercept = ({ operations }) => Promise.resolve(Response.json(operations.map(() => ({ errors }))));
  }

  /** Lets every request wait until the returned function is called. */
  hold(): () => void {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    this.intercept = async (_request, pass) => {
      await released;
      return pass();
    };
    return () => {
      this.intercept = undefined;
      release();
    };
  }

  restore(): void {
    window.fetch = this.#fetch;
  }
}
