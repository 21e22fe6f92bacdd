// Loaded where the page says who asks by a token.
import type { GetToken } from './server.js';

type Token = string | null | undefined;

interface Kept {
  readonly asked: Promise<Token>;
  /** As `Date.now()`. */
  until: number;
}

/** How long an answer of the page is waited for before the page is asked again, in ms. */
const PATIENCE = 15_000;
/** How long a token is kept that does not say until when it holds, in ms. */
const SHORT = 60_000;
/** How long before it expires it is no longer used, so that it does not expire on its way, in ms. */
const MARGIN = 15_000;

const tokens = new WeakMap<GetToken, Kept>();

/** The token of a page, kept for as long as it holds: every request needs one, and most pages ask their own server for it. */
export function keptToken(getToken: GetToken): Promise<Token> {
  const kept = tokens.get(getToken);
  if (kept && Date.now() < kept.until) return kept.asked;
  const asked = (async () => getToken())();
  const fresh = { asked, until: Date.now() + PATIENCE };
  tokens.set(getToken, fresh);
  asked.then(
    // Who is signed out may sign in at any time.
    (token) => (fresh.until = token ? expiryOf(token) : 0),
    () => (fresh.until = 0),
  );
  return asked;
}

/** The server has refused it: the page is asked again. */
export function forgetToken(getToken: GetToken): void {
  tokens.delete(getToken);
}

/** By the `exp` of a JSON web token; other tokens only their server can read. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    if (typeof exp === 'number') return exp * 1_000 - MARGIN;
  } catch {
    // None of those.
  }
  return Date.now() + SHORT;
}
