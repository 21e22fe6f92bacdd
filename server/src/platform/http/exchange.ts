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
  /** @throws {BodyTooLarge} past `limit` bytes. */
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
  /** Nobody reads any more, or all is written. May come without a start. */
  closed(): void;
}

/** Where a streamed body goes. */
export interface BodySink {
  /** False where the reader is behind: what is written before `drained` is kept in memory. */
  write(bytes: Uint8Array): boolean;
  /** Nothing comes any more. A reader who is behind is not waited for. */
  end(): void;
}

export function isStreamed(body: HttpAnswer['body']): body is StreamedBody {
  return typeof body === 'object' && body !== null && 'start' in body;
}

/** Answers a request, or null where it is for somebody else. */
export type Route = (request: HttpRequest) => Promise<HttpAnswer | null> | HttpAnswer | null;

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export function plainText(status: number, body: string, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body,
  };
}

export function redirect(location: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers }, body: null };
}
