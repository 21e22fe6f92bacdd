/** Why something was refused; widgets translate these. */
export const userErrorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'LOCKED',
  'TOO_LONG',
  'EMPTY',
  'INVALID',
  'EDIT_WINDOW_CLOSED',
  'RESTORE_WINDOW_CLOSED',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'LAST_OWNER',
] as const;

export type UserErrorCode = (typeof userErrorCodes)[number];

export interface UserError {
  code: UserErrorCode;
  message: string;
  field?: string[] | null;
  /** In seconds; only where it helps to wait. */
  retryAfter?: number | null;
}

/**
 * An expected error. Services throw it; a mutation returns it in `userErrors`, a query as an error with
 * `extensions.code`. Its message is shown to people; all other errors are masked.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: UserErrorCode;
  readonly field: string[] | undefined;
  readonly retryAfter: number | undefined;

  /** @param retryAfter - After how many seconds the same may be taken. */
  constructor(code: UserErrorCode, message: string, field?: string[], retryAfter?: number) {
    super(message);
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }

  /** A plain object: graphql-js would throw an `Error` that it finds among results. */
  toUserError(): UserError {
    const { code, message, field = null, retryAfter = null } = this;
    return { code, message, field, retryAfter };
  }
}
