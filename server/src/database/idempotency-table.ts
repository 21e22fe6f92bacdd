/** The result of a viewer's idempotency key, kept for 24 hours. */
export interface IdempotencyTable {
  /** The id of a person. */
  viewer_id: string;
  key: string;
  /** The operation and a digest of its input: the same key with another input is an error of the caller. */
  fingerprint: string;
  /** The result of the write as JSON, from which the response can be repeated. */
  result: string;
  created_at: number;
}
