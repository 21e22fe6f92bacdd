import type { HttpRequest } from './exchange.ts';

/** The name of a header; what else stands in the list of those asked for is left out. */
const headerName = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
const ownHeaders = ['Authorization', 'Content-Type', 'X-Parvis-Client', 'X-Parvis-Viewer'];

/** As Yoga takes it. */
export type CrossOriginPolicy =
  | false
  | {
      origin: string[];
      credentials: boolean;
      methods?: string[];
      allowedHeaders?: string[];
      exposedHeaders?: string[];
      /** In seconds. */
      maxAge?: number;
    };

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

  /**
   * What browsers are told of a request. Credentials are allowed since a cookie or proxy of the same site may be how people
   * are known. Pages add headers of their own to every request that they send: those are let through. A page that may not call
   * us is let through as far as its refusal. False where nothing needs to be said.
   */
  policy(request: HttpRequest): CrossOriginPolicy {
    const origin = request.header('origin');
    const isListed = origin !== null && this.#origins.has(origin);
    const isPreflight = request.method === 'OPTIONS';
    // A page of the server's own origin sends no preflight request.
    if (origin === null || (!isListed && !isPreflight && this.allows(request))) return false;
    const readable = { origin: [origin], credentials: true };
    if (!isPreflight)
      return isListed ? { ...readable, exposedHeaders: ['Retry-After', 'X-Request-Id', 'X-Parvis-Cursor'] } : readable;
    const asked = (request.header('access-control-request-headers') ?? '').split(',').map((name) => name.trim());
    const others = asked.filter((name) => headerName.test(name) && !isAmong(ownHeaders, name)).slice(0, 50);
    return {
      ...readable,
      methods: ['GET', 'POST'],
      allowedHeaders: [...ownHeaders, ...others],
      // An origin that is refused now may be added to the settings soon.
      maxAge: this.allows(request) ? 7_200 : 5,
    };
  }

  /** What an answer differs by. */
  vary(request: HttpRequest): string {
    return request.method === 'OPTIONS' && request.header('origin') !== null
      ? 'Origin, Access-Control-Request-Headers'
      : 'Origin';
  }
}

function isAmong(names: readonly string[], name: string): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** Compared by host: a server behind a proxy that ends TLS does not know that its own scheme is https. */
function isOwn(origin: string, request: HttpRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.header('host');
}
