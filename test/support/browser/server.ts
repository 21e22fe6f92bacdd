import { ParvisClient, configureParvis, type GetToken } from '@parvis/core';
import { executeServerCommand } from '@web/test-runner-commands';

/** A real server that this test speaks to. */
export interface TestServer {
  endpoint: string;
  /** Signs a person in: what a host page gives as `getToken`. */
  as(handle: string): GetToken;
  /** A client of its own, as somebody else's browser would have; signed out without a handle. */
  client(handle?: string): ParvisClient;
  /** Makes this page's widgets speak to this server as somebody; signed out without a handle. */
  signIn(handle?: string): void;
}

/**
 * A server with these settings (environment variables) over those of the tests; the same settings, the same server. It
 * has the demo's people and conversations. Take a page key of your own (`uniqueKey()`) to start from nothing.
 */
export async function startServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const { endpoint } = await executeServerCommand<{ endpoint: string }, object>('parvis-server', {
    PARVIS_ORIGINS: location.origin,
    ...settings,
  });
  const as = (handle: string) => () => executeServerCommand<string, string>('parvis-token', handle);
  const options = (handle?: string) => ({ endpoint, getToken: handle ? as(handle) : () => null });
  return {
    endpoint,
    as,
    client: (handle) => new ParvisClient(options(handle)),
    signIn: (handle) => configureParvis(options(handle)),
  };
}

let count = 0;

/** A page key that no other test has. */
export const uniqueKey = (): string => `test-${Date.now().toString(36)}-${++count}`;
