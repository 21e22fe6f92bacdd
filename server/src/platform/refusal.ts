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
}

/**
 * An expected error. Services throw it; a mutation returns it in `userErrors`, a query as an error with
 * `extensions.code`. Its message is shown to people; all other errors are masked.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: UserErrorCode;
  readonly field: string[] | undefined;

  constructor(code: UserErrorCode, message: string, field?: string[]) {
    super(message);
    this.code = code;
    this.field = field;
  }

  /** A plain object: graphql-js would throw an `Error` that it finds among results. */
  toUserError(): UserError {
    return { code: this.code, message: this.message, field: this.field ?? null };
  }
}
