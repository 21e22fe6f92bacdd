import type { GraphQLFailure } from '../client/graphql-failure.js';
import type { Server } from '../client/server.js';
import { toSent } from '../graphql/sent-operation.js';
import { readServerSentEvents } from './server-sent-events.js';
import type { StreamedEvent } from './streamed-event.js';

/** How long a connection may take to say something at all, and then be silent: the server beats every 15 s. In ms. */
const FIRST_BYTE = 10_000;
const SILENCE = 40_000;
const LOOK = 2_000;

/** The server answers, and gives no events. */
export class StreamRefused extends Error {}

/** Nothing came in time: the way is dead, or somebody on it gathers what should be passed on. */
export class StreamSilent extends Error {}

export interface ConnectionOptions {
  server: Server;
  document: string;
  topics: readonly string[];
  after: string | null;
  signal: AbortSignal;
  take: (event: StreamedEvent) => void;
}

/**
 * Asks for events, and resolves when the server ends them.
 * @throws {StreamRefused | StreamSilent}
 * @throws {unknown} when the connection is cut, or `signal` ends it
 */
export async function connect({ server, document, topics, after, signal, take }: ConnectionOptions): Promise<void> {
  const silence = new AbortController();
  // By the clock, not by a timer of 40 s: those stand still while the machine sleeps, and what it wakes up with is dead.
  let heardAt = Date.now();
  let timeout = FIRST_BYTE;
  const watch = setInterval(() => {
    if (Date.now() - heardAt > timeout) silence.abort(new StreamSilent());
  }, LOOK);
  const heard = () => {
    heardAt = Date.now();
    timeout = SILENCE;
  };
  const either = AbortSignal.any([signal, silence.signal]);
  const ended = new Promise<never>((_, reject) => either.addEventListener('abort', () => reject(either.reason)));
  try {
    const token = await Promise.race([server.getToken?.(), ended]);
    const asked = toSent({ query: document, variables: { topics, after } });
    const body = await open(server, token, asked, either);
    for await (const { event, data } of readServerSentEvents(body, heard)) {
      either.throwIfAborted();
      if (event === 'complete') return;
      if (event === 'next') take(eventOf(data));
    }
  } catch (reason) {
    // Browsers differ in what they throw for a body that is aborted.
    either.throwIfAborted();
    throw reason;
  } finally {
    clearInterval(watch);
    // Whatever is left of the connection.
    silence.abort();
  }
}

async function open(
  server: Server,
  token: string | null | undefined,
  body: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { endpoint, getToken, forgetToken } = server;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body,
    credentials: getToken ? 'omit' : 'include',
    cache: 'no-store',
    signal,
  });
  if (response.ok && response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return response.body;
  }
  const { status } = response;
  if (status === 400) {
    const [text] = (await import('../graphql/with-texts.js')).withTexts([body]) ?? [];
    if (text) return open(server, token, text, signal);
  }
  if (status === 401) void forgetToken?.();
  // These pass, as does what a proxy says of a server that is away.
  if (status === 408 || status === 429 || status >= 500) throw new Error(`HTTP ${status}`);
  throw new StreamRefused(`HTTP ${status}`);
}

function eventOf(frame: string): StreamedEvent {
  const { data, errors } = JSON.parse(frame) as {
    data?: { events: StreamedEvent } | null;
    errors?: GraphQLFailure[];
  };
  if (data?.events) return data.events;
  throw new StreamRefused(errors?.[0]?.message);
}
