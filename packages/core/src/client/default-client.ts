import { ParvisClient, type ParvisClientOptions } from './parvis-client.js';

let options: Partial<ParvisClientOptions> = {};
let client: ParvisClient | undefined;
const listeners = new Set<() => void>();

/**
 * Sets how this page's widgets reach their server: its `endpoint` (known already when `parvis.js` came from it) and
 * `getToken`, asked for a token as soon as the last one no longer holds, where the host page signs its viewers in. May be
 * called at any time, and must be when somebody else has signed in; widgets then ask again.
 */
export function configureParvis(changes: Partial<ParvisClientOptions>): void {
  options = { ...options, ...changes };
  client = undefined;
  for (const listener of [...listeners]) listener();
}

/** The client of all widgets that no provider wraps. */
export function defaultClient(): ParvisClient {
  const { endpoint = new URL('/graphql', location.href).href, getToken } = options;
  return (client ??= new ParvisClient({ endpoint, getToken }));
}

/** Calls `listener` when the default client is replaced. Returns what ends it. */
export function observeDefaultClient(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
