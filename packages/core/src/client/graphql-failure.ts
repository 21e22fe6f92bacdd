import { ParvisError, type ParvisErrorCode } from './parvis-error.js';

/** An error of a GraphQL response, with the parts that a client needs. */
export interface GraphQLFailure {
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: { code?: string; requestId?: string; signInUrl?: string; retryAfter?: number };
}

/** Converts a GraphQL error of a server into an error that widgets can explain. */
export function toError({ message, extensions = {} }: GraphQLFailure, endpoint: string): ParvisError {
  const { code = 'INTERNAL', signInUrl } = extensions;
  return new ParvisError(code as ParvisErrorCode, message, { ...extensions, signInUrl: absolute(signInUrl, endpoint) });
}

/** Makes a sign-in address absolute: the server may give only its path. */
export const absolute = (address: string | null | undefined, endpoint: string): string | undefined =>
  address ? new URL(address, endpoint).href : undefined;
