// Loaded when a request fails: tells the reader why, and the page's developers, in the console, what to do.
import { toError, type GraphQLFailure } from './graphql-failure.js';
import { ParvisError } from './parvis-error.js';
import type { Server } from './server.js';

const GUIDE = 'See docs/troubleshooting.md of Parvis.';
const said = new Set<string>();

/** The error for a response that is not GraphQL, or that refuses the whole request. */
export async function explainAnswer(
  server: Server,
  response: Response,
  failure: GraphQLFailure | undefined,
): Promise<ParvisError> {
  const { endpoint } = server;
  const { status } = response;
  if (status === 413) return new ParvisError('TOO_LONG', failure?.message ?? 'HTTP 413');
  if (failure?.extensions?.code) {
    const error = toError(failure, endpoint);
    // A cached token may have been revoked: try once more with a new one.
    if (error.code === 'UNAUTHENTICATED' && (await isRenewed(server)))
      return new ParvisError('UNAVAILABLE', error.message);
    if (error.code === 'UNAUTHENTICATED')
      hint(`${endpoint} rejected the identity that this page sent: ${error.message}`);
    if (error.code === 'BLOCKED') hint(originHint(endpoint, error.message));
    return error;
  }
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if ((response.ok && isPage) || status === 401 || status === 407 || status === 511) {
    hint(
      `${endpoint} responded with ${isPage ? 'a web page' : `HTTP ${status}`} instead of JSON. Either the reader is signed out at the proxy in front of it, or this is not the address of a Parvis server.`,
    );
    return signedOut();
  }
  if (status === 403) return new ParvisError('FORBIDDEN', 'HTTP 403');
  // It may be a date: then the reader is told to wait a moment.
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  if (status === 429) return new ParvisError('RATE_LIMITED', 'HTTP 429', { retryAfter });
  hint(`${endpoint} responded with HTTP ${status}, which a Parvis server never sends: is the address right?`);
  return new ParvisError('UNAVAILABLE', `HTTP ${status}`);
}

/**
 * The error for a request without a response. Browsers give scripts no reason, so this finds out what it can by further
 * requests.
 */
export async function explainSilence(server: Server, silence: ParvisError): Promise<ParvisError> {
  const { endpoint } = server;
  if (silence.code !== 'OFFLINE') return silence;
  if (!URL.canParse(endpoint)) return blocked(`“${endpoint}” is not a server address.`);
  if (location.protocol === 'https:' && /^http:\/\/(?!localhost|127\.|\[::1\])/.test(endpoint))
    return blocked(`An https: page may not call ${endpoint}: the server needs https: too.`);
  if (!navigator.onLine) return silence;
  const violation = watchPolicy();
  const ask = (init: RequestInit) =>
    fetch(endpoint, { cache: 'no-store', credentials: server.getToken ? 'omit' : 'include', ...init }).catch(
      () => undefined,
    );
  const answer = await ask({ redirect: 'manual' });
  if (answer?.type === 'opaqueredirect') return signedOut();
  if (answer) {
    const body = (await answer.json().catch(() => undefined)) as { errors?: GraphQLFailure[] } | undefined;
    const isRefused = answer.status === 401 || answer.status === 403 || (answer.ok && !body);
    return isRefused ? explainAnswer(server, answer, body?.errors?.[0]) : silence;
  }
  if (await violation())
    return blocked(
      `The content security policy of this page blocks ${endpoint}: add ${new URL(endpoint).origin} to its connect-src.`,
    );
  // A response that the page may not read does not come from a Parvis server, which lets every page read its refusals.
  if (!(await ask({ mode: 'no-cors' }))) return silence;
  hint(
    `${endpoint} responds, but does not let this page read the response. Either the reader is signed out at the proxy in front of it, or a proxy answers OPTIONS requests itself.`,
  );
  return signedOut();
}

function originHint(endpoint: string, message: string): string {
  if (location.protocol === 'file:')
    return 'A page opened as a file has no origin that a server could allow. Open it from a web server, for instance on this machine.';
  if (origin === 'null')
    return 'A page in a sandbox without allow-same-origin has no origin that a server could allow.';
  return `${endpoint} rejects requests from ${origin}: ${message}`;
}

function blocked(reason: string): ParvisError {
  hint(reason);
  return new ParvisError('BLOCKED', reason);
}

const signedOut = () => new ParvisError('UNAUTHENTICATED', 'Signed out', { isSignedOut: true });

const renewedAt = new WeakMap<Server, number>();

async function isRenewed(server: Server): Promise<boolean> {
  const now = Date.now();
  if (!server.forgetToken || now - (renewedAt.get(server) ?? -Infinity) < 10_000) return false;
  renewedAt.set(server, now);
  await server.forgetToken();
  return true;
}

function hint(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.error(`Parvis: ${text} ${GUIDE}`);
}

/** Watches for violations of the page's content security policy until the returned function is called. */
function watchPolicy(): () => Promise<boolean> {
  let isForbidden = false;
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    isForbidden ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return async () => {
    // The event comes after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.removeEventListener('securitypolicyviolation', onViolation);
    return isForbidden;
  };
}
