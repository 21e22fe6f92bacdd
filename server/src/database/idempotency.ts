import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DatabaseConnection, Executor } from './connect.ts';
import type { Database } from './database.ts';
import type { Clock } from '../platform/clock.ts';
import type { Readership } from '../platform/audience.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RowId } from '../platform/ids.ts';

/** Who writes. */
export interface Writer {
  readonly id: RowId;
  readonly readership: Readership;
}

/** A write with its idempotency key. */
export interface KeyedWrite {
  key: string;
  operation: string;
  /** Everything that the write depends on, as JSON values. */
  input: unknown;
}

const keptFor = 24 * 60 * 60 * 1000;

/** Runs each write once per viewer and key, despite retries and restarts, for 24 hours. */
export class Idempotency {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;

  constructor(database: DatabaseConnection, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Runs `write` in a transaction and returns its result or, if this viewer's key ran before, the result of that time. The
   * result must be JSON, usually the id of the written object. A write that throws does not use up its key.
   * `write` gets the viewer with the rights that they have in the transaction.
   *
   * @throws {Refusal} INVALID for a key that is not 8 to 64 characters long, IDEMPOTENCY_KEY_REUSED for a key that was used
   * with another input.
   */
  async run<Who extends Writer, Result extends string | number | object>(
    viewer: Who,
    { key, operation, input }: KeyedWrite,
    write: (trx: Transaction<Database>, viewer: Who) => Promise<Result>,
  ): Promise<Result> {
    if (key.length < 8 || key.length > 64)
      throw new Refusal('INVALID', 'An idempotency key has 8 to 64 characters.', ['idempotencyKey']);
    const fingerprint = `${operation}:${createHash('sha256').update(JSON.stringify(input)).digest('base64url')}`;
    const now = this.#clock.now();
    return this.#database.transaction(async (trx) => {
      // The row is inserted first, so that a second writer with the same key waits here until the first has committed.
      const taken = await trx
        .insertInto('idempotency')
        .values({ viewer_id: viewer.id, key, fingerprint, result: '', created_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['viewer_id', 'key'])
            .doUpdateSet({ fingerprint, result: '', created_at: now })
            .where('idempotency.created_at', '<', now - keptFor),
        )
        .returning('key')
        .executeTakeFirst();
      const row = trx.updateTable('idempotency').where('viewer_id', '=', viewer.id).where('key', '=', key);
      if (taken) {
        const result = await write(trx, { ...viewer, readership: viewer.readership.within(trx) });
        await row.set({ result: JSON.stringify(result) }).execute();
        return result;
      }
      const former = await trx
        .selectFrom('idempotency')
        .select(['fingerprint', 'result'])
        .where('viewer_id', '=', viewer.id)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      if (former.fingerprint !== fingerprint) {
        throw new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request.', [
          'idempotencyKey',
        ]);
      }
      return JSON.parse(former.result) as Result;
    });
  }

  /** Makes the keys of a merged person count for the person they were merged into. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    const known = trx.selectFrom('idempotency').select('key').where('viewer_id', '=', intoId);
    const keys = trx.updateTable('idempotency').set({ viewer_id: intoId }).where('viewer_id', '=', fromId);
    await keys.where('key', 'not in', known).execute();
    return {};
  }

  /** Deletes keys older than 24 hours. */
  async prune(): Promise<void> {
    await this.#database.db
      .deleteFrom('idempotency')
      .where('created_at', '<', this.#clock.now() - keptFor)
      .execute();
  }
}
