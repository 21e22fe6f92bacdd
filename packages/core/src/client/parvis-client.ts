import { EntityCache } from '../cache/entity-cache.js';
import type { Document } from '../graphql/graphql.js';
import { absolute, toError } from './graphql-failure.js';
import { OperationQueue } from './operation-queue.js';
import { ParvisError } from './parvis-error.js';
import { SESSION, type Session } from './session.js';
import type { Server } from './server.js';
import { send, type Answer } from './transport.js';

export type ParvisClientOptions = Pick<Server, 'endpoint' | 'getToken'>;

/** The one port to a Parvis server. What it reads and writes passes through `cache`, which all widgets share. */
export class ParvisClient implements Server {
  readonly cache = new EntityCache();
  readonly endpoint: string;
  readonly getToken: Server['getToken'] | undefined;
  readonly forgetToken: Server['forgetToken'] | undefined;
  readonly answered: Server['answered'] = [];
  readonly #queue = new OperationQueue(this);
  #session: Promise<Session> | undefined;

  constructor({ endpoint, getToken }: ParvisClientOptions) {
    this.endpoint = endpoint;
    if (!getToken) return;
    const tokens = import('./kept-tokens.js');
    this.getToken = async () => (await tokens).keptToken(getToken);
    this.forgetToken = async () => (await tokens).forgetToken(getToken);
  }

  /**
   * Reads. Operations asked in the same turn travel as one HTTP request; `signal` makes the caller forget the answer,
   * and leaves the others of the request alone.
   * @throws {ParvisError}
   */
  async query<Result, Variables extends object>(
    document: Document<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result> {
    const answer = await this.#queue.ask(document as unknown as string, variables);
    signal?.throwIfAborted();
    return this.#accept(answer) as Result;
  }

  /**
   * Reads one of many by its key. `document` has one root field that lists what `$keys` name, in their order; all keys
   * asked in the same turn travel as one operation.
   * @throws {ParvisError} also where the server answers nothing for this key
   */
  async load<Item>(
    document: Document<Record<string, readonly (Item | null)[]>, { keys: string[] }>,
    key: string,
  ): Promise<Item> {
    const { answer, index } = await this.#queue.askKey(document as unknown as string, key);
    const item = answer.data && (Object.values(answer.data)[0] as (Item | null)[] | null)?.[index];
    if (item) {
      this.cache.write(item);
      return item;
    }
    const failure = answer.errors?.find(({ path = [] }) => path.length < 2 || path[1] === index);
    throw failure ? toError(failure, this.endpoint) : new ParvisError('NOT_FOUND');
  }

  /**
   * Sends one operation on its own, at once, with options of `fetch`.
   * @throws {ParvisError}
   */
  async request(query: string, variables: object, init?: RequestInit): Promise<Record<string, unknown>> {
    const [answer] = await send(this, [{ query, variables }], init);
    return this.#accept(answer);
  }

  /** Who the viewer is and what this server allows; asked once. */
  session(): Promise<Session> {
    return (this.#session ??= this.query(SESSION, {}).then(
      ({ viewer, settings }) => ({
        viewer,
        settings: { ...settings, signInUrl: absolute(settings.signInUrl, this.endpoint) },
      }),
      (reason: unknown) => {
        this.#session = undefined;
        throw reason;
      },
    ));
  }

  #accept(answer: Answer | undefined): Record<string, unknown> {
    const failure = answer?.errors?.[0];
    if (failure) throw toError(failure, this.endpoint);
    if (!answer?.data) throw new ParvisError('INTERNAL');
    this.cache.write(answer.data);
    return answer.data;
  }
}
