import type { DatabaseConnection, Executor } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { type AuditAction, type AuditEntry, type AuditHead, type AuditRecord, chained } from './audit-entry.ts';
import * as store from './audit-store.ts';
import { AuditCheck, type AuditFault } from './audit-check.ts';

/** What administrators did, in a chain of entries, each of which holds the hash of the one before. Nothing is ever removed. */
export class AuditLog {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;

  constructor(database: DatabaseConnection, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Records an act in the transaction that does it. Do so last there: until it ends, others who record wait. */
  async record<Action extends AuditAction>(trx: Executor, record: AuditRecord<Action>): Promise<void> {
    await this.recordAll(trx, [record as AuditRecord]);
  }

  /** The same for several acts. */
  async recordAll(trx: Executor, records: readonly AuditRecord[]): Promise<void> {
    if (records.length === 0) return;
    const head = await store.lockHead(trx);
    await store.appendEntries(trx, chained(records, head, this.#clock.now()));
  }

  /** Records an act that no transaction stands for. */
  async recordAlone<Action extends AuditAction>(record: AuditRecord<Action>): Promise<void> {
    await this.#database.transaction((trx) => this.record(trx, record));
  }

  /** The end of the chain. Where it is kept elsewhere, a chain that was cut there is found. */
  head(): Promise<AuditHead> {
    return store.readHead(this.#database.db);
  }

  /** All entries after a number, in batches. */
  entries(after = 0): AsyncIterable<readonly AuditEntry[]> {
    return store.entriesAfter(this.#database.db, after);
  }

  /**
   * Checks the whole chain.
   *
   * @param known - An end that it had once, such as one from a log.
   * @returns The first fault, or the end of a chain that has none.
   */
  async verify(known: AuditHead | null = null): Promise<AuditFault | AuditHead> {
    // Read first: entries that come meanwhile are after it.
    const head = await this.head();
    const check = new AuditCheck([head, ...(known ? [known] : [])]);
    for await (const entries of this.entries()) {
      const fault = check.take(entries);
      if (fault) return fault;
    }
    return check.end() ?? check.last;
  }
}
