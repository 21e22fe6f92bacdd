import { ContextProvider } from '@lit/context';
import { surroundings } from '../provider/surroundings.js';
import { ParvisClient, type ParvisClientOptions } from './parvis-client.js';

let options: Partial<ParvisClientOptions> = {};
let root: ContextProvider<typeof surroundings, HTMLElement> | undefined;

/**
 * Sets how this page's widgets reach their server: its `endpoint` (known already when `parvis.js` came from it) and
 * `getToken`, asked for a token as soon as the last one no longer holds, where the host page signs its viewers in. May be
 * called at any time, and must be when somebody else has signed in; widgets then ask again.
 */
export function configureParvis(changes: Partial<ParvisClientOptions>): void {
  options = { ...options, ...changes };
  root?.setValue({ client: createClient() });
}

/** The client of all widgets that no provider wraps. The root of the page hands it to them, once one has asked. */
export function defaultClient(): ParvisClient {
  root ??= new ContextProvider(document.documentElement, {
    context: surroundings,
    initialValue: { client: createClient() },
  });
  return root.value.client;
}

function createClient(): ParvisClient {
  const { endpoint = '/graphql', getToken } = options;
  return new ParvisClient({ endpoint, getToken });
}
