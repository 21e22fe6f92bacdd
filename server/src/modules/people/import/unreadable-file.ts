/** A problem of the whole file, which ends the import; the message says how to fix it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
