import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Executor } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import type { ParvisEvent } from './event.ts';
import type { OutboxTable } from './outbox-table.ts';
import type { GlobalId, RowId } from '../platform/ids.ts';

export { afterCommit } from '../database/after-commit.ts';

/** How many ids one statement names at most. */
const batch = 500;

export interface Claim {
  owner: string;
  now: number;
}

export async function insertEvent(trx: Executor, event: ParvisEvent, { owner, now }: Claim): Promise<void> {
  const { id, type, topics, subject, people } = event;
  await trx
    .insertInto('outbox')
    .values({
      id,
      type,
      topics: JSON.stringify(topics),
      subject,
      people: JSON.stringify(people),
      owner,
      claimed_at: now,
    })
    .execute();
}

/** Whether there are events without an owner, or whose owner has not renewed its claim since `before`. */
export async function hasOrphans(db: Executor, before: number): Promise<boolean> {
  const orphan = await db.selectFrom('outbox').select('id').where(isOrphan(before)).limit(1).executeTakeFirst();
  return orphan !== undefined;
}

/** Claims orphaned events and returns them in their order. */
export async function claimOrphans(db: Executor, before: number, { owner, now }: Claim): Promise<ParvisEvent[]> {
  const rows = await db
    .updateTable('outbox')
    .set({ owner, claimed_at: now })
    .where(isOrphan(before))
    .returningAll()
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toEvent);
}

/** Renews the claims of an owner. */
export async function renewClaims(db: Executor, { owner, now }: Claim): Promise<void> {
  await db.updateTable('outbox').set({ claimed_at: now }).where('owner', '=', owner).execute();
}

export async function deleteEvents(db: Executor, ids: readonly RowId[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    await db
      .deleteFrom('outbox')
      .where('id', 'in', ids.slice(from, from + batch))
      .execute();
  }
}

function isOrphan(before: number) {
  return (eb: ExpressionBuilder<Database, 'outbox'>) => eb.or([eb('owner', '=', ''), eb('claimed_at', '<', before)]);
}

function toEvent({ id, type, topics, subject, people }: Selectable<OutboxTable>): ParvisEvent {
  return { id, type, topics: JSON.parse(topics) as GlobalId[], subject, people: JSON.parse(people) as RowId[] };
}
