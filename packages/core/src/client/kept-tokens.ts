// Loaded where the page passes a token.
import type { GetToken } from './server.js';

type Token = string | null | undefined;

interface Kept {
  readonly asked: Promise<Token>;
  /** As `Date.now()`. */
  until: number;
}

/** How long to wait for the page's token before asking again, in ms. */
const PATIENCE = 15_000;
/** How long to keep a token whose expiry is unknown, in ms. */
const SHORT = 60_000;
/** How long before its expiry a token is no longer used, so that it does not expire on its way, in ms. */
const MARGIN = 15_000;

const tokens = new WeakMap<GetToken, Kept>();

/** The page's token, cached until it expires: every request needs one, and most pages get it from their own server. */
export function keptToken(getToken: GetToken): Promise<Token> {
  const kept = tokens.get(getToken);
  if (kept && Date.now() < kept.until) return kept.asked;
  const asked = (async () => getToken())();
  const fresh = { asked, until: Date.now() + PATIENCE };
  tokens.set(getToken, fresh);
  asked.then(
    // A signed-out viewer may sign in at any time.
    (token) => (fresh.until = token ? expiryOf(token) : 0),
    () => (fresh.until = 0),
  );
  return asked;
}

/** Called when the server has rejected the token: the page is asked for a new one. */
export function forgetToken(getToken: GetToken): void {
  tokens.delete(getToken);
}

/** From the `exp` of a JSON web token; only the server can read other tokens. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    if (typeof exp === 'number') return exp * 1_000 - MARGIN;
  } catch {
    // Not a JSON web token.
  }
  return Date.now() + SHORT;
}
