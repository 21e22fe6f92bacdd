/** An error that the user of the command can fix: printed in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
