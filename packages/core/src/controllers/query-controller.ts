import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ParvisError } from '../client/parvis-error.js';

/** Not `instanceof`: a page may replace `Promise`, and async functions do not return instances of the replacement. */
const isPromise = <T>(value: T | Promise<T>): value is Promise<T> => !!(value as Promise<T> | undefined)?.then;

export interface QueryOptions<Args extends readonly unknown[], Value> {
  /** What the response depends on, read before each update. `undefined`: there is nothing to ask yet. */
  args: () => Args | undefined;
  /** Returns the value itself where it is known already, so that nothing flickers. */
  load: (args: Args, signal: AbortSignal) => Value | Promise<Value>;
}

/**
 * Reads from the server for its host: reads again when the arguments change, ignores outdated responses, and retries when
 * the network is back.
 */
export class QueryController<Args extends readonly unknown[], Value> implements ReactiveController {
  /** The last response; kept while a newer one is loading. */
  value: Value | undefined;
  /** Why the last read failed. */
  error: ParvisError | undefined;
  loading = false;

  /** Settles with the last read that was sent to the server. */
  answered: Promise<void> | undefined;

  readonly #host: ReactiveControllerHost & Element;
  readonly #options: QueryOptions<Args, Value>;
  #args: Args | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, options: QueryOptions<Args, Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Reads again. */
  reload(): void {
    this.#args = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    this.#abort?.abort();
    this.loading = false;
    if (this.value === undefined) this.#args = undefined;
  }

  hostUpdate(): void {
    // Lit also renders elements that have left the page: the response would not be seen.
    if (!this.#host.isConnected) return;
    const args = this.#options.args();
    if (!args || (this.#args?.length === args.length && args.every((arg, i) => arg === this.#args![i]))) return;
    if (this.#args) this.value = undefined;
    this.#args = args;
    this.#load(args);
  }

  #load(args: Args): void {
    this.#abort?.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.error = undefined;
    const value = this.#options.load(args, signal);
    if (!isPromise(value)) {
      this.value = value;
      return;
    }
    this.loading = true;
    const settle = (change: () => void) => {
      if (signal.aborted) return;
      this.loading = false;
      change();
      this.#host.requestUpdate();
    };
    this.answered = value.then(
      (answer) => settle(() => (this.value = answer)),
      (reason: unknown) => settle(() => (this.error = ParvisError.from(reason))),
    );
  }

  readonly #onOnline = () => {
    if (this.error?.isTransient) this.reload();
  };
}
