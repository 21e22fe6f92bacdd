import { ContextProvider } from '@lit/context';
import { surroundings } from '../provider/surroundings.js';
import { ParvisClient, type ParvisClientOptions } from './parvis-client.js';

let options: Partial<ParvisClientOptions> = {};
let root: ContextProvider<typeof surroundings, HTMLElement> | undefined;

/**
 * Sets how this page's widgets reach their server: `endpoint` (known already when `parvis.js` came from it) and `getToken`,
 * which is called when there is no valid token, where the host page signs its viewers in. May be called at any time, and
 * must be called when another person has signed in; widgets then read again.
 */
export function configureParvis(changes: Partial<ParvisClientOptions>): void {
  options = { ...options, ...changes };
  root?.setValue({ client: createClient() });
}

/** The client of all widgets outside of a provider. The page's root element provides it, once a widget has asked. */
export function defaultClient(): ParvisClient {
  root ??= new ContextProvider(document.documentElement, {
    context: surroundings,
    initialValue: { client: createClient() },
  });
  return root.value.client;
}

function createClient(): ParvisClient {
  const { endpoint = '/graphql' } = options;
  return new ParvisClient({ ...options, endpoint });
}
