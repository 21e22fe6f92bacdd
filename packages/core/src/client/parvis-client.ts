import { GraphQLClient } from 'graphql-request';
import { EntityCache } from '../cache/entity-cache.js';
import type { Document } from '../graphql/graphql.js';
import { toSent } from '../graphql/sent-operation.js';
import { absolute, toError } from './graphql-failure.js';
import { Gathering } from './gathering.js';
import { gatheringFetch } from './gathering-fetch.js';
import { ParvisError } from './parvis-error.js';
import { SESSION, type Session } from './session.js';
import type { GetPass, PassSource, Server } from './server.js';
import { cursorOf, send, toResponse, type Answer } from './transport.js';
import { endOfTurn } from './turn.js';

/** How many keys one operation may carry. */
const MOST_KEYS = 100;

const jsonSerializer = { parse: JSON.parse as (text: string) => unknown, stringify: toSent };

export type ParvisClientOptions = Pick<Server, 'endpoint' | 'getToken'> & { getPass?: GetPass | undefined };

/** Every read and write of a Parvis server goes through this client and its `cache`, which all widgets share. */
export class ParvisClient implements Server {
  readonly cache = new EntityCache();
  readonly endpoint: string;
  readonly getToken: Server['getToken'] | undefined;
  readonly forgetToken: Server['forgetToken'] | undefined;
  readonly answered: Server['answered'] = [];
  passes: Promise<PassSource> | undefined;
  readonly #reading: GraphQLClient;
  readonly #keys = new Map<string, Gathering<Answer>>();
  #session: Promise<Session> | undefined;

  constructor({ endpoint, getToken, getPass }: ParvisClientOptions) {
    // An invalid address is kept as it is: sending to it explains the error.
    this.endpoint = URL.canParse(endpoint, location.href) ? new URL(endpoint, location.href).href : endpoint;
    this.#reading = this.#requester(gatheringFetch(this));
    if (getPass) this.usePasses(getPass);
    if (!getToken) return;
    const tokens = import('./kept-tokens.js');
    this.getToken = async () => (await tokens).keptToken(getToken);
    this.forgetToken = async () => (await tokens).forgetToken(getToken);
  }

  /**
   * Reads. Operations of the same turn travel as one HTTP request; aborting `signal` discards this response only, and
   * leaves the others of the request alone.
   * @throws {ParvisError}
   */
  async query<Result, Variables extends object>(
    document: Document<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result> {
    const answer = await this.#reading.rawRequest(document as unknown as string, variables);
    signal?.throwIfAborted();
    return this.#accept(answer) as Result;
  }

  /**
   * Reads one of many by its key. `document` has one root field that lists the objects of `$keys`, in their order; all keys
   * of the same turn travel as one operation.
   * @throws {ParvisError} also when the server returns nothing for this key
   */
  async load<Item>(
    document: Document<Record<string, readonly (Item | null)[]>, { keys: string[] }>,
    key: string,
  ): Promise<Item> {
    const query = document as unknown as string;
    const ask = (keys: string[]) => this.#reading.rawRequest(query, { keys });
    const keys = this.#keys.get(query) ?? new Gathering<Answer>(MOST_KEYS, endOfTurn, ask);
    this.#keys.set(query, keys);
    const { answer, index } = await keys.add(key);
    const item = answer.data && (Object.values(answer.data)[0] as (Item | null)[] | null)?.[index];
    if (item) {
      this.cache.write(item, cursorOf(answer));
      return item;
    }
    const failure = answer.errors?.find(({ path = [] }) => path.length < 2 || path[1] === index);
    throw failure ? toError(failure, this.endpoint) : new ParvisError('NOT_FOUND');
  }

  /**
   * Sends one operation on its own, at once, with `fetch` options.
   * @throws {ParvisError}
   */
  async request(
    query: string,
    variables: object,
    { headers = {}, ...init }: Pick<RequestInit, 'headers' | 'keepalive' | 'signal'> = {},
  ): Promise<Record<string, unknown>> {
    const alone = this.#requester(
      async (_address, { body, ...rest } = {}) => toResponse((await send(this, [body as string], rest))[0]),
      init,
    );
    return this.#accept(await alone.rawRequest(query, variables, headers));
  }

  /** The viewer and what this server allows; read once. */
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

  /** From now on, operations carry the passes that the page has. */
  usePasses(getPass?: GetPass): void {
    this.passes ??= import('../passes/passes.js').then(({ Passes }) => new Passes(this, getPass));
  }

  /** An invalid address is kept until it is used, where the error is explained; graphql-request must not throw earlier. */
  #requester(send: typeof fetch, init: Pick<RequestInit, 'keepalive' | 'signal'> = {}): GraphQLClient {
    const address = URL.canParse(this.endpoint) ? this.endpoint : location.href;
    return new GraphQLClient(address, { ...init, fetch: send, errorPolicy: 'all', jsonSerializer });
  }

  #accept(answer: Answer): Record<string, unknown> {
    const { data, errors } = answer;
    if (errors?.[0]) throw toError(errors[0], this.endpoint);
    if (!data) throw new ParvisError('INTERNAL');
    this.cache.write(data, cursorOf(answer));
    return data;
  }
}
