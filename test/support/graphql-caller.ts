import { randomUUID } from 'node:crypto';
import { hostToken } from './e2e/host-token.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- the shape of a result is what its document asks for */

export type Variables = Record<string, unknown>;

export interface Operation {
  query: string;
  variables: Variables;
}

export interface GraphQLResult<Data = any> {
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, any> }[];
}

/** Posts a body to `/graphql` as one person. */
export type Transport = (body: string, headers?: Record<string, string>) => Promise<Response>;

const longest = 60_000;

/** @param credentials - The headers that sign a person in. */
export function overHttp(address: string, credentials: Record<string, string>): Transport {
  return (body, headers) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credentials, ...headers },
      body,
      signal: AbortSignal.timeout(longest),
    });
}

/** An operation that has no data: the server, or the way to it, failed, or the document is wrong. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';
  /** `extensions.code` of the first error; `LOST` without a response. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Sends operations as one person, over a connection, or to a server in the same process. */
export class GraphQLCaller {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** With a token of the host page, which adds the person to the directory. */
  static async withToken(address: string, handle: string): Promise<GraphQLCaller> {
    return new GraphQLCaller(overHttp(address, { authorization: `Bearer ${await hostToken(handle)}` }));
  }

  post(body: unknown, headers?: Record<string, string>): Promise<Response> {
    return this.#transport(typeof body === 'string' ? body : JSON.stringify(body), headers);
  }

  /** The whole result, errors included. */
  async send<Data = any>(query: string, variables: Variables = {}): Promise<GraphQLResult<Data>> {
    const response = await this.post({ query, variables });
    return (await response.json()) as GraphQLResult<Data>;
  }

  /** The data of one operation. @throws {OperationFailed} */
  async query<Data = any>(query: string, variables: Variables = {}): Promise<Data> {
    return (await this.batch([{ query, variables }]))[0] as Data;
  }

  /** Several operations as one request; their data, in their order. @throws {OperationFailed} */
  async batch(operations: Operation[]): Promise<any[]> {
    const body = operations.length === 1 ? operations[0] : operations;
    const results = await this.post(body)
      .then((response) => response.json() as Promise<GraphQLResult | GraphQLResult[]>)
      .catch((error: Error) => {
        throw new OperationFailed('LOST', String(error.cause ?? error));
      });
    return [results].flat().map(({ data, errors: [failure] = [] }) => {
      if (failure) throw new OperationFailed(failure.extensions?.code ?? 'UNKNOWN', JSON.stringify(failure));
      return data;
    });
  }

  /** Calls a mutation; its payload, `userErrors` included. @throws {OperationFailed} */
  async attempt<Payload = any>(name: string, input: Variables, selection = ''): Promise<Payload> {
    return (await this.batch([mutation(name, input, selection)]))[0].payload as Payload;
  }

  /** Calls a mutation that must succeed; its payload. @throws {OperationFailed} @throws {Error} with its `userErrors`. */
  async mutate<Payload = any>(name: string, input: Variables, selection = ''): Promise<Payload> {
    const payload = await this.attempt(name, input, selection);
    if (payload.userErrors.length) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload as Payload;
  }

  /** The id of a page, which is the same before anything is written on it. */
  async pageId(key: string): Promise<string> {
    return (await this.query('query ($keys: [String!]!) { pages(keys: $keys) { id } }', { keys: [key] })).pages[0].id;
  }
}

/** A mutation as an operation, its payload under `payload`; with an idempotency key where `input` has none. */
export function mutation(name: string, input: Variables, selection = ''): Operation {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  return {
    query: `mutation ($input: ${type}) { payload: ${name}(input: $input) { ${selection} userErrors { code message field } } }`,
    variables: { input: { idempotencyKey: randomUUID(), ...input } },
  };
}
