/**
 * Why a read or write failed. The first five happen before the server decides; the others are codes of the server's schema.
 */
export type ParvisErrorCode =
  | 'OFFLINE'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'BLOCKED'
  | 'INTERNAL'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'LOCKED'
  | 'TOO_LONG'
  | 'EMPTY'
  | 'INVALID'
  | 'EDIT_WINDOW_CLOSED'
  | 'RESTORE_WINDOW_CLOSED'
  | 'RATE_LIMITED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'LAST_OWNER';

export interface ParvisErrorDetails {
  /** Identifies the failure in the server's log. */
  requestId?: string | undefined;
  /** Where the viewer can sign in, when signing in would help. */
  signInUrl?: string | undefined;
  /** After how many seconds the server takes the same again. */
  retryAfter?: number | undefined;
  /** The viewer seems to have been signed in before: what they wrote is not lost. */
  isSignedOut?: boolean;
}

/** A failure that a widget can explain: `code` says what happened, `message` is the server's text. */
export class ParvisError extends Error {
  override readonly name = 'ParvisError';

  constructor(
    readonly code: ParvisErrorCode,
    message: string = code,
    readonly details: ParvisErrorDetails = {},
  ) {
    super(message);
  }

  /** Whether the same request may succeed a moment later, unchanged. */
  get isTransient(): boolean {
    return ['OFFLINE', 'TIMEOUT', 'UNAVAILABLE'].includes(this.code);
  }

  /** Any thrown value as a `ParvisError`. */
  static from(reason: unknown): ParvisError {
    return reason instanceof ParvisError ? reason : new ParvisError('INTERNAL', String(reason));
  }
}
