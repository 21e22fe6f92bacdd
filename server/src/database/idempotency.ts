import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DatabaseConnection, Executor } from './connect.ts';
import type { Database } from './database.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';

/** A write as its caller named it. */
export interface KeyedWrite {
  key: string;
  operation: string;
  /** All that the write depends on, as JSON values. */
  input: unknown;
}

const keptFor = 24 * 60 * 60 * 1000;

/** Runs each write once per viewer and key, across retries and restarts, for 24 hours. */
export class Idempotency {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;

  constructor(database: DatabaseConnection, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Runs `write` in a transaction and answers its result or, where this viewer's key ran before, the result of then.
   * A result is what JSON can hold: the id of what was written, as a rule. A write that throws leaves its key unused.
   *
   * @throws {Refusal} INVALID for a key that is not 8 to 64 characters long, IDEMPOTENCY_KEY_REUSED for a key that came
   *   with another input before.
   */
  async run<Result extends string | number | object>(
    viewer: { readonly id: string },
    { key, operation, input }: KeyedWrite,
    write: (trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result> {
    if (key.length < 8 || key.length > 64)
      throw new Refusal('INVALID', 'An idempotency key has 8 to 64 characters.', ['idempotencyKey']);
    const fingerprint = `${operation}:${createHash('sha256').update(JSON.stringify(input)).digest('base64url')}`;
    const now = this.#clock.now();
    return this.#database.transaction(async (trx) => {
      // The row is taken first, so that a second writer of the same key waits here until the first has committed.
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
        const result = await write(trx);
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
        throw new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came with another request before.', [
          'idempotencyKey',
        ]);
      }
      return JSON.parse(former.result) as Result;
    });
  }

  /** Lets what one viewer has sent be known again when it comes from another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: string; intoId: string }) {
    const known = trx.selectFrom('idempotency').select('key').where('viewer_id', '=', intoId);
    const keys = trx.updateTable('idempotency').set({ viewer_id: intoId }).where('viewer_id', '=', fromId);
    await keys.where('key', 'not in', known).execute();
    return {};
  }

  /** Forgets the keys of more than 24 hours ago. */
  async prune(): Promise<void> {
    await this.#database.db
      .deleteFrom('idempotency')
      .where('created_at', '<', this.#clock.now() - keptFor)
      .execute();
  }
}
