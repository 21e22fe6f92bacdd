/** A copy that whoever asked for it can put right: its message says what is wrong and what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}
