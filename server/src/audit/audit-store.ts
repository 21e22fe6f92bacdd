import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Executor } from '../database/connect.ts';
import { isSqlite } from '../database/portable.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { AuditHeadTable } from './audit-table.ts';

type Head = Omit<AuditHeadTable, 'id'>;

/** How many entries one statement reads or writes: no database accepts more than 32,766 values. */
const batch = 1_000;

/** The end of the chain. Others who record wait until this transaction ends; those who only write anything else do not. */
export async function lockHead(trx: Executor): Promise<Head> {
  // SQLite has one writer anyway.
  return head(trx)
    .$if(!isSqlite(trx), (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
}

export async function readHead(db: Executor): Promise<Head> {
  return head(db).executeTakeFirstOrThrow();
}

function head(db: Executor) {
  return db.selectFrom('audit_head').select(['number', 'hash']);
}

export async function appendEntries(trx: Executor, entries: readonly AuditEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += batch)
    await trx
      .insertInto('audit_entry')
      .values(entries.slice(from, from + batch))
      .execute();
  const { number, hash } = entries.at(-1)!;
  await trx.updateTable('audit_head').set({ number, hash }).execute();
}

/** All entries after a number, in their order, in batches. */
export async function* entriesAfter(db: Executor, number: number): AsyncGenerator<AuditEntry[]> {
  let after = number;
  for (;;) {
    const entries = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute();
    if (entries.length > 0) yield entries;
    if (entries.length < batch) return;
    after = entries.at(-1)!.number;
    await nextTurn();
  }
}
