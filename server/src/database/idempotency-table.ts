/** What a viewer's idempotency key did, kept for 24 hours. */
export interface IdempotencyTable {
  viewer_id: string;
  key: string;
  /** The operation and a digest of its input: the same key with another input is a mistake of the caller. */
  fingerprint: string;
  /** JSON of what the write answered, enough to answer it again. */
  result: string;
  created_at: number;
}
