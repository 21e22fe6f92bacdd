import type { HttpRequest } from './exchange.ts';

/**
 * Which pages may call this server from a browser: those of the listed origins and its own. Others get no CORS header,
 * so that a browser keeps the answer from them, and may not write at all.
 */
export class CrossOrigin {
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  /** Whether it comes from a page that may call this server, or from no page. */
  allows(request: HttpRequest): boolean {
    const origin = request.header('origin');
    return origin === null || this.#origins.has(origin) || isOwn(origin, request);
  }

  /** Credentials are allowed since a cookie or proxy of the same site may be how people are known. */
  headers(request: HttpRequest): Record<string, string> {
    const origin = request.header('origin');
    if (origin === null || !this.#origins.has(origin)) return { vary: 'Origin' };
    return {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'X-Request-Id, X-Parvis-Cursor',
    };
  }

  /** What a browser wants to know before it sends JSON or a token to another origin. */
  preflightHeaders(request: HttpRequest): Record<string, string> {
    const headers = this.headers(request);
    if (!('access-control-allow-origin' in headers)) return headers;
    return {
      ...headers,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Authorization, Content-Type, X-Parvis-Client, X-Parvis-Viewer',
      'access-control-max-age': '7200',
    };
  }
}

/** Compared by host: a server behind a proxy that ends TLS does not know that its own scheme is https. */
function isOwn(origin: string, request: HttpRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.header('host');
}
