import type { ExpressionBuilder } from 'kysely';
import type { DatabaseConnection } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { insertJob, type NewJob } from '../queue/job-store.ts';
import type { FormerOutboxTable } from './former-outbox-table.ts';

// While nodes are replaced, those of the version before still write their events into `outbox`, and publish them. A migration
// that moved those rows would have them published twice, so only those of nodes that died are moved, here. The next version
// drops the table, and this file with it.

/** When nodes of that version count as dead, in milliseconds. */
const orphanedAfter = 10_000;

/** Makes jobs of the events that nodes of the version before have left. */
export async function moveFormerOrphans({ db, transaction }: DatabaseConnection, now: number): Promise<void> {
  const orphan = await db.selectFrom('outbox').select('id').where(isOrphan(now)).limit(1).executeTakeFirst();
  if (!orphan) return;
  await transaction(async (trx) => {
    const rows = await trx.deleteFrom('outbox').where(isOrphan(now)).returningAll().execute();
    for (const row of rows) await insertJob(trx, toJob(row, now));
  });
}

function toJob({ id, type, topics, subject, people }: FormerOutboxTable, now: number): NewJob {
  const payload = JSON.stringify({ type, topics: JSON.parse(topics), subject, people: JSON.parse(people) });
  return { id, kind: 'publishEvent', key: null, payload, dueAt: now, owner: '', now };
}

function isOrphan(now: number) {
  return (eb: ExpressionBuilder<Database, 'outbox'>) =>
    eb.or([eb('owner', '=', ''), eb('claimed_at', '<', now - orphanedAfter)]);
}
