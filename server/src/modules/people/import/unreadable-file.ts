/** Something about the whole file that must be put right first: told in words, nothing more is read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
