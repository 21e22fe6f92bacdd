import { ParvisError, type ParvisErrorCode } from './parvis-error.js';

/** An error of a GraphQL answer, as far as a client needs it. */
export interface GraphQLFailure {
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: { code?: string; requestId?: string; signInUrl?: string };
}

/** A GraphQL error of a server as an error that widgets can explain. */
export function toError({ message, extensions = {} }: GraphQLFailure, endpoint: string): ParvisError {
  const { code = 'INTERNAL', requestId, signInUrl } = extensions;
  return new ParvisError(code as ParvisErrorCode, message, { requestId, signInUrl: absolute(signInUrl, endpoint) });
}

/** A sign-in address of a server, which may have named it by its path alone. */
export const absolute = (address: string | null | undefined, endpoint: string): string | undefined =>
  address ? new URL(address, endpoint).href : undefined;
