import { toError, type GraphQLFailure } from './graphql-failure.js';
import { ParvisError } from './parvis-error.js';
import type { Server } from './server.js';

/** The answer to one operation. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFailure[];
}

const TIMEOUT = 15_000;
const BACKOFF = [400, 2_000];

/** An answer that came with others, as graphql-request reads it. */
export const toResponse = (answer: Answer | undefined): Response =>
  new Response(JSON.stringify(answer ?? { errors: [{ message: 'No answer' }] }), {
    headers: { 'content-type': 'application/json' },
  });

/**
 * Sends operations, each in JSON, as one HTTP request, and again when the way was at fault rather than the request. Writes
 * are safe to send again: each carries its idempotency key in its variables.
 */
export async function send(server: Server, operations: string[], init: RequestInit = {}): Promise<Answer[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await post(server, operations, init);
    } catch (reason) {
      const delay = BACKOFF[attempt];
      if (init.signal?.aborted || !ParvisError.from(reason).isTransient) throw reason;
      if (delay === undefined) throw await (await import('./explain.js')).explainSilence(server, reason as ParvisError);
      // Jitter, or every browser of the company comes back in the same instant after an outage.
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
    }
  }
}

/** A server of another version may not know a document by its id. */
const isUnknown = ({ errors }: Answer) => errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND';

async function post(server: Server, operations: string[], init: RequestInit): Promise<Answer[]> {
  const { endpoint, getToken, answered } = server;
  const { signal, keepalive } = init;
  const headers = new Headers(init.headers);
  const timeout = AbortSignal.timeout(TIMEOUT);
  const late = new Promise<never>((_, reject) => (timeout.onabort = reject));
  let response: Response;
  try {
    // The page asks its own server for a token, over the same network.
    const token = await Promise.race([getToken?.(), late]);
    if (token) headers.set('authorization', `Bearer ${token}`);
    headers.set('content-type', 'application/json');
    response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: `[${operations.join()}]`,
      ...(keepalive && { keepalive }),
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
  const isList = Array.isArray(answers);
  if (isList && !answers.some(isUnknown)) return answers;
  if (isList || response.status === 400) {
    const texts = (await import('../graphql/with-texts.js')).withTexts(operations);
    if (texts) return post(server, texts, init);
  }
  if (isList) return answers;
  const failure = answers?.errors?.[0];
  if (response.status >= 500) throw failure ? toError(failure, endpoint) : new ParvisError('UNAVAILABLE');
  throw await (await import('./explain.js')).explainAnswer(server, response, failure);
}
