import type { HttpRequest } from './exchange.ts';

/** The name of a header; what else stands in the list of those asked for is left out. */
const headerName = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
const ownHeaders = ['Authorization', 'Content-Type', 'X-Parvis-Client', 'X-Parvis-Viewer'];

/**
 * Which pages may call this server from a browser: those of the listed origins and its own. Others may neither read nor
 * write; what they may read is that they may not, so that the page can tell those who run it.
 */
export class CrossOrigin {
  readonly origins: readonly string[];
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.origins = origins;
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
    return { ...readableBy(origin), 'access-control-expose-headers': 'X-Request-Id, X-Parvis-Cursor' };
  }

  /** Of the refusal of a request, which says nothing but why. */
  refusalHeaders(request: HttpRequest): Record<string, string> {
    const origin = request.header('origin');
    return origin === null ? { vary: 'Origin' } : readableBy(origin);
  }

  /**
   * What a browser wants to know before it sends JSON or a token to another origin. Pages add headers of their own to every
   * request that they send: those are let through. A page that may not call us is let through as far as its refusal.
   */
  preflightHeaders(request: HttpRequest): Record<string, string> {
    if (request.header('origin') === null) return { vary: 'Origin' };
    const asked = (request.header('access-control-request-headers') ?? '').split(',').map((name) => name.trim());
    const others = asked.filter((name) => headerName.test(name) && !isAmong(ownHeaders, name)).slice(0, 50);
    return {
      ...this.refusalHeaders(request),
      vary: 'Origin, Access-Control-Request-Headers',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': [...ownHeaders, ...others].join(', '),
      // What is refused today may be listed in a minute.
      'access-control-max-age': this.allows(request) ? '7200' : '5',
    };
  }
}

function readableBy(origin: string): Record<string, string> {
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
  };
}

function isAmong(names: readonly string[], name: string): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** Compared by host: a server behind a proxy that ends TLS does not know that its own scheme is https. */
function isOwn(origin: string, request: HttpRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.header('host');
}
