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
  /** @throws {BodyTooLarge} past `limit` bytes. */
  body(limit: number): Promise<string>;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
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
