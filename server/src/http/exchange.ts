import { isUtf8 } from 'node:buffer';

/** An HTTP request, whether it came by `node:http` or by `fetch`. */
export interface HttpRequest {
  readonly method: string;
  /** As it was sent, still percent-encoded. */
  readonly path: string;
  /** With its question mark; empty without a query. */
  readonly search: string;
  /** The address of the peer of the connection. */
  readonly remoteAddress: string;
  /** @param name - In lower case. */
  header(name: string): string | null;
  /** Whether a header came more than once. @param name - In lower case. */
  isRepeated(name: string): boolean;
  /** @throws {BodyRefused} for a body of more than `limit` bytes, one that is not UTF-8, or if too many bodies are being received. */
  body(limit: number): Promise<string>;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | StreamedBody | null;
}

/** A body that comes bit by bit, for as long as both sides want. */
export interface StreamedBody {
  /** Called when the head of the answer is on its way. */
  start(sink: BodySink): void;
  /** The sink takes more again. May come without need. */
  drained(): void;
  /** The client disconnected, or everything is written. May be called without `start`. */
  closed(): void;
}

/** Where a streamed body goes. */
export interface BodySink {
  /** Returns false if the client is behind: further writes before `drained` are kept in memory. */
  write(bytes: Uint8Array): boolean;
  /** Ends the body, without waiting for a client that is behind. */
  end(): void;
}

export function isStreamed(body: HttpAnswer['body']): body is StreamedBody {
  return typeof body === 'object' && body !== null && 'start' in body;
}

/** What a shared cache must not give to the next reader, and what a browser must not take for another type. */
export const privateHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** Answers a request; null if the request is for another route. */
export type Route = (request: HttpRequest) => Promise<HttpAnswer | null> | HttpAnswer | null;

/** Why the body of a request is not read, said so that its sender can act on it. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  /** 503 where the same request may succeed a moment later. */
  readonly status: 400 | 413 | 415 | 503;

  constructor(status: BodyRefused['status'], message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The text of a body.
 *
 * @throws {BodyRefused} for a body that is compressed or not UTF-8, which cannot be read as the text that was sent.
 */
export function bodyText(bytes: Uint8Array, contentEncoding: string | null): string {
  if (contentEncoding !== null && contentEncoding.trim().toLowerCase() !== 'identity')
    throw new BodyRefused(415, 'Send the body as it is, without Content-Encoding.');
  if (!isUtf8(bytes)) throw new BodyRefused(400, 'The body is not UTF-8.');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

export function bodyTooLarge(limit: number): BodyRefused {
  return new BodyRefused(413, `A request has ${limit} bytes at most.`);
}

export function plainText(status: number, body: string, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { ...privateHeaders, 'content-type': 'text/plain; charset=utf-8', ...headers },
    body,
  };
}

export function redirect(location: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status: 303, headers: { ...privateHeaders, location, ...headers }, body: null };
}
