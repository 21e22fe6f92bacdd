import { hostToken } from '../e2e/host-token.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- what an answer holds depends on what was asked */

/** The way to the server, or the server itself, is at fault: the same call may be made again. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** What the server says of it; `LOST` where nothing came back. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Somebody of the intranet who calls a server, with a token that adds them to its directory. */
export class Caller {
  readonly handle: string;
  readonly #token: string;
  readonly #address: string;

  constructor(address: string, handle: string, token: string) {
    this.#address = address;
    this.handle = handle;
    this.#token = token;
  }

  static async named(handle: string, address: string): Promise<Caller> {
    return new Caller(address, handle, await hostToken(handle));
  }

  get headers(): Record<string, string> {
    return { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` };
  }

  /** Tries once. @throws {Unanswered} */
  async call(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const answer = await this.#post(JSON.stringify({ query, variables }));
    const [failure] = answer.errors ?? [];
    if (failure) throw new Unanswered(failure.extensions?.code ?? 'UNKNOWN', JSON.stringify(failure));
    return answer.data;
  }

  /** Calls a mutation once; its payload. @throws {Unanswered} @throws {Error} where it is refused. */
  async mutate(name: string, input: Record<string, unknown>, selection = ''): Promise<any> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { payload: ${name}(input: $input) { ${selection} userErrors { code message } } }`;
    const { payload } = await this.call(document, { input });
    if (payload.userErrors.length > 0) throw new Error(`${name} is refused: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  }

  async #post(body: string): Promise<any> {
    try {
      const response = await fetch(`${this.#address}/graphql`, {
        method: 'POST',
        headers: this.headers,
        body,
        signal: AbortSignal.timeout(60_000),
      });
      return await response.json();
    } catch (error) {
      throw new Unanswered('LOST', String((error as Error).cause ?? error));
    }
  }
}
