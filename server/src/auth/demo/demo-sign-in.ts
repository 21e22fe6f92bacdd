import type { CrossOrigin } from '../../http/cross-origin.ts';
import { type HttpAnswer, type HttpRequest, plainText, redirect, type Route } from '../../http/exchange.ts';
import { demoSignInPage, type Persona } from './demo-sign-in-page.ts';
import { chosenPersona, nobody, personaCookie } from './demo-strategy.ts';

export interface DemoSignInOptions {
  /** The personas to choose from. */
  personas: () => Promise<Persona[]>;
  defaultPersona: string;
  crossOrigin: CrossOrigin;
}

export const demoSignInPath = '/demo/sign-in';

/** The page on which a visitor of the demo chooses a persona, which a cookie stores. */
export function demoSignIn(options: DemoSignInOptions): Route {
  return async (request) => {
    if (request.path !== demoSignInPath) return null;
    if (request.method === 'POST') return chosen(request, options);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plainText(405, 'GET or POST', { allow: 'GET, POST' });
    return demoSignInPage({
      language: preferredLanguage(request),
      personas: await options.personas(),
      current: chosenPersona(request) ?? options.defaultPersona,
      returnPath: ownPath(new URLSearchParams(request.search).get('return')) ?? cameFrom(request) ?? '/',
    });
  };
}

async function chosen(request: HttpRequest, { crossOrigin, personas }: DemoSignInOptions): Promise<HttpAnswer> {
  // Another site may submit a form without permission: a forged sign-in would do that.
  if (!crossOrigin.allows(request) || request.header('sec-fetch-site') === 'cross-site')
    return plainText(403, 'Not from that page.');
  const form = new URLSearchParams(await request.body(10_000));
  const handle = form.get('persona') ?? '';
  const known = handle === nobody || (await personas()).some((persona) => persona.handle === handle);
  if (!known) return plainText(400, 'There is no such persona.');
  const cookie = `${personaCookie}=${handle}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`;
  return redirect(ownPath(form.get('return')) ?? '/', { 'set-cookie': cookie });
}

/** A path of this server; null for anything that leads elsewhere. */
export function ownPath(path: string | null): string | null {
  const base = 'http://own.invalid';
  // Parsed as a browser would: `/\\host` and `/..//host` lead to another host, as `//host` does.
  const url = path?.startsWith('/') && URL.canParse(path, base) ? new URL(path, base) : null;
  if (url?.origin !== base || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}

/** The page of this server on which the visitor followed the link. */
function cameFrom(request: HttpRequest): string | null {
  const referrer = request.header('referer');
  if (!referrer || !URL.canParse(referrer)) return null;
  const { host, pathname, search } = new URL(referrer);
  return host === request.header('host') && pathname !== demoSignInPath ? ownPath(pathname + search) : null;
}

function preferredLanguage(request: HttpRequest): 'en' | 'fr' {
  const asked = new URLSearchParams(request.search).get('lang') ?? request.header('accept-language') ?? '';
  const first = /\b(en|fr)\b/i.exec(asked)?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'fr';
}
