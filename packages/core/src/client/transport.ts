import { toError, type GraphQLFailure } from './graphql-failure.js';
import { ParvisError } from './parvis-error.js';
import type { Server } from './server.js';

/** The response to one operation. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFailure[];
  extensions?: unknown;
}

const TIMEOUT = 15_000;
const BACKOFF = [400, 2_000];

/** The cursor in the log of events as of which a response is. It came in a header. */
export const cursorOf = ({ extensions }: Answer) =>
  (extensions as { readonly cursor: string | null } | undefined)?.cursor;

/** One response of a batch, in the form that graphql-request reads. */
export const toResponse = (answer: Answer | undefined): Response =>
  new Response(JSON.stringify(answer ?? { errors: [{ message: 'No answer' }] }), {
    headers: { 'content-type': 'application/json' },
  });

/**
 * Sends operations, each as JSON, as one HTTP request, and retries after network and server failures. Retrying writes is
 * safe: each carries its idempotency key in its variables.
 */
export async function send(server: Server, operations: string[], init: RequestInit = {}): Promise<Answer[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await post(server, operations, init);
    } catch (reason) {
      const delay = BACKOFF[attempt];
      if (init.signal?.aborted || !ParvisError.from(reason).isTransient) throw reason;
      if (delay === undefined) throw await (await import('./explain.js')).explainSilence(server, reason as ParvisError);
      // Jitter: without it, all browsers of the company would reconnect at the same moment after an outage.
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
    }
  }
}

/** A server of another version may not know a document by its id. */
const isUnknown = ({ errors }: Answer) => errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND';

async function post(server: Server, operations: string[], init: RequestInit): Promise<Answer[]> {
  const { endpoint, getToken, answered } = server;
  const { signal, keepalive } = init;
  const passes = await server.passes;
  const headers = new Headers(init.headers);
  const timeout = AbortSignal.timeout(TIMEOUT);
  const late = new Promise<never>((_, reject) => (timeout.onabort = reject));
  let response: Response;
  try {
    // Part of the timeout: the page gets the token from its own server, over the same network.
    const token = await Promise.race([getToken?.(), late]);
    if (token) headers.set('authorization', `Bearer ${token}`);
    headers.set('content-type', 'application/json');
    response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: `[${(passes ? await passes.addTo(operations) : operations).join()}]`,
      ...(keepalive && { keepalive }),
      // A token identifies the viewer; without one, the cookie of a server on the same site does.
      credentials: getToken ? 'omit' : 'include',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw new ParvisError(timeout.aborted ? 'TIMEOUT' : 'OFFLINE', String(reason));
  }
  const cursor = response.headers.get('x-parvis-cursor');
  if (answered.push([performance.now(), cursor]) > 30) answered.shift();
  const answers = (await response.json().catch(() => undefined)) as Answer[] | Answer | undefined;
  const isList = Array.isArray(answers);
  if (isList) passes?.explain(answers);
  if (isList && !answers.some(isUnknown)) return answers.map((answer) => ({ ...answer, extensions: { cursor } }));
  if (isList || response.status === 400) {
    const { isOlder, withTexts } = await import('../graphql/with-texts.js');
    const texts = withTexts(operations);
    if (texts) {
      const answers = await post(server, texts, init);
      // The next node may be of this version.
      if (answers.some(isOlder)) throw new ParvisError('UNAVAILABLE');
      return answers;
    }
  }
  if (isList) return answers;
  const failure = answers?.errors?.[0];
  if (response.status >= 500) throw failure ? toError(failure, endpoint) : new ParvisError('UNAVAILABLE');
  throw await (await import('./explain.js')).explainAnswer(server, response, failure);
}
