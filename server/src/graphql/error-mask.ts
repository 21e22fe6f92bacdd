import { GraphQLError } from 'graphql';
import type { Logger } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';

/** The code of an error that passes: the same request may be sent again, a little later. */
export const unavailable = 'UNAVAILABLE';

/** What an error says to the outside: refusals and mistakes of the caller as they are, all else by its request id. */
export class ErrorMask {
  readonly #log: Logger;
  readonly #signInUrl: string | null;
  readonly #isOutage: (error: unknown) => boolean;

  /** @param isOutage - Whether an error is one that passes. */
  constructor(log: Logger, signInUrl: string | null, isOutage: (error: unknown) => boolean) {
    this.#log = log;
    this.#signInUrl = signInUrl;
    this.#isOutage = isOutage;
  }

  mask(error: unknown, requestId: string): GraphQLError {
    const cause = rootCause(error);
    const shown = error instanceof GraphQLError ? error : null;
    if (cause instanceof Refusal) return this.#refused(cause, shown);
    if (cause instanceof GraphQLError) return shown ?? cause;
    this.#log.error({ err: cause, requestId, path: shown?.path }, 'request failed');
    if (this.#isOutage(cause)) {
      const message = 'This cannot be done at the moment. Try again in a little while.';
      return replaced(shown, message, { code: unavailable, requestId });
    }
    return replaced(shown, `Something went wrong here. Its number is ${requestId}.`, {
      code: 'INTERNAL_SERVER_ERROR',
      requestId,
    });
  }

  /** Whether it is a no that was to be expected. */
  isRefusal(error: unknown): boolean {
    return rootCause(error) instanceof Refusal;
  }

  /** For somebody whose token or cookie does not hold. */
  signedOut(message: string): GraphQLError {
    return this.#refused(new Refusal('UNAUTHENTICATED', message), null);
  }

  #refused({ code, message, field, retryAfter }: Refusal, shown: GraphQLError | null): GraphQLError {
    const where = code === 'UNAUTHENTICATED' ? { signInUrl: this.#signInUrl } : {};
    return replaced(shown, message, { code, ...(field && { field }), ...(retryAfter && { retryAfter }), ...where });
  }
}

/** What was thrown, below the errors that graphql-js wraps it in. */
function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function replaced(shown: GraphQLError | null, message: string, extensions: GraphQLError['extensions']): GraphQLError {
  return new GraphQLError(message, {
    nodes: shown?.nodes,
    source: shown?.source,
    positions: shown?.positions,
    path: shown?.path,
    extensions,
  });
}
