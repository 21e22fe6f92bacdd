import { ParvisError, type ParvisErrorCode } from './parvis-error.js';

/** One GraphQL operation as it travels. */
export interface Operation {
  query: string;
  variables: object;
}

/** An error of a GraphQL answer, as far as a client needs it. */
export interface GraphQLFailure {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; requestId?: string; signInUrl?: string };
}

/** The answer to one operation. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFailure[];
}

/** A token for the `Authorization` header; nothing when the viewer is signed out. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

/** A server, and who asks it. */
export interface Server {
  /** Absolute address of the GraphQL endpoint. */
  readonly endpoint: string;
  /** Called before each request. Without it, the browser's own credentials (cookie, proxy) say who asks. */
  readonly getToken?: GetToken | undefined;
  /** The last answers: when each came (`performance.now()`), and the place of the log of events that it shows. */
  readonly answered: [at: number, cursor: string | null][];
}

const TIMEOUT = 15_000;
const BACKOFF = [400, 2_000];

/**
 * Sends operations as one HTTP request, and again when the way was at fault rather than the request. Writes are safe to
 * send again: each carries its idempotency key in its variables.
 */
export async function send(server: Server, operations: Operation[], init: RequestInit = {}): Promise<Answer[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await post(server, operations, init);
    } catch (reason) {
      const delay = BACKOFF[attempt];
      if (init.signal?.aborted || delay === undefined || !ParvisError.from(reason).isTransient) throw reason;
      // Jitter, or every browser of the company comes back in the same instant after an outage.
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
    }
  }
}

async function post(
  { endpoint, getToken, answered }: Server,
  operations: Operation[],
  init: RequestInit,
): Promise<Answer[]> {
  const { signal } = init;
  const timeout = AbortSignal.timeout(TIMEOUT);
  const late = new Promise<never>((_, reject) => (timeout.onabort = reject));
  let response: Response;
  try {
    // The page asks its own server for a token, over the same network.
    const token = await Promise.race([getToken?.(), late]);
    response = await fetch(endpoint, {
      ...init,
      method: 'POST',
      headers: {
        ...init.headers,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(operations),
      // A token says who asks; without one, the cookie of a server on the same site does.
      credentials: getToken ? 'omit' : 'include',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw new ParvisError(timeout.aborted ? 'TIMEOUT' : 'OFFLINE', String(reason));
  }
  if (answered.push([performance.now(), response.headers.get('x-parvis-cursor')]) > 30) answered.shift();
  const answers = (await response.json().catch(() => undefined)) as Answer[] | Answer | undefined;
  if (Array.isArray(answers)) return answers;
  const failure = answers?.errors?.[0];
  throw failure?.extensions?.code
    ? toError(failure, endpoint)
    : new ParvisError(codeOf(response.status), failure?.message ?? `HTTP ${response.status}`);
}

const codeOf = (status: number): ParvisErrorCode =>
  status === 401 ? 'UNAUTHENTICATED' : status === 403 ? 'FORBIDDEN' : status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE';

/** A GraphQL error of a server as an error that widgets can explain. */
export function toError({ message, extensions = {} }: GraphQLFailure, endpoint: string): ParvisError {
  const { code = 'INTERNAL', requestId, signInUrl } = extensions;
  return new ParvisError(code as ParvisErrorCode, message, { requestId, signInUrl: absolute(signInUrl, endpoint) });
}

/** A sign-in address of a server, which may have named it by its path alone. */
export const absolute = (address: string | null | undefined, endpoint: string): string | undefined =>
  address ? new URL(address, endpoint).href : undefined;
