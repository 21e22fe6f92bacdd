/** A copy failed for a reason that the user can fix; the message says what is wrong and what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}
