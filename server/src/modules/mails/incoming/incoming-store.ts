import type { Executor } from '../../../database/connect.ts';
import type { RawMail } from '../../../mail/incoming/incoming-mail.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { IncomingState } from '../mail-table.ts';

export interface NewIncoming {
  readonly id: RowId;
  readonly fingerprint: string;
  readonly raw: RawMail;
  readonly takenAt: number;
}

/** Stores a mail. Answers whether it was not there before. */
export async function insertIncoming(trx: Executor, { id, fingerprint, raw, takenAt }: NewIncoming): Promise<boolean> {
  const inserted = await trx
    .insertInto('incoming_mail')
    .values({
      id,
      fingerprint,
      state: 'WAITING',
      envelope: JSON.stringify(raw.envelope),
      source: raw.source.toString('base64'),
      taken_at: takenAt,
    })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export interface StoredIncoming {
  readonly id: RowId;
  readonly state: IncomingState;
  readonly raw: RawMail;
}

export async function findIncoming(db: Executor, id: RowId): Promise<StoredIncoming | null> {
  const row = await db
    .selectFrom('incoming_mail')
    .select(['state', 'envelope', 'source'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const envelope = JSON.parse(row.envelope) as RawMail['envelope'];
  return { id, state: row.state, raw: { source: Buffer.from(row.source, 'base64'), envelope } };
}

export async function setHeld(trx: Executor, id: RowId): Promise<void> {
  await trx.updateTable('incoming_mail').set({ state: 'HELD' }).where('id', '=', id).execute();
}

/** Its sender has said that it is theirs. Answers whether it was waiting for that. */
export async function setConfirmed(trx: Executor, id: RowId): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('incoming_mail')
    .set({ state: 'CONFIRMED' })
    .where('id', '=', id)
    .where('state', '=', 'HELD')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const nobody: RawMail['envelope'] = { from: null, to: [] };

/** What was in it is forgotten; that it was there is kept, so that it is not taken again. */
export async function setDone(trx: Executor, id: RowId): Promise<void> {
  await trx
    .updateTable('incoming_mail')
    .set({ state: 'DONE', source: '', envelope: JSON.stringify(nobody) })
    .where('id', '=', id)
    .execute();
}

/** @param heldBefore - Nobody has said of these that they are theirs. */
export async function forgetIncoming(db: Executor, before: number, heldBefore: number): Promise<void> {
  await db.deleteFrom('incoming_mail').where('state', '=', 'DONE').where('taken_at', '<', before).execute();
  await db.deleteFrom('incoming_mail').where('state', '=', 'HELD').where('taken_at', '<', heldBefore).execute();
}

/** Whether somebody may be told by mail what became of theirs: not twice within a time. Counts as told, then. */
export async function takeReply(trx: Executor, address: string, now: number, since: number): Promise<boolean> {
  const taken = await trx
    .insertInto('mail_reply')
    .values({ address, replied_at: now })
    .onConflict((conflict) =>
      conflict.column('address').doUpdateSet({ replied_at: now }).where('mail_reply.replied_at', '<=', since),
    )
    .returning('address')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function forgetReplies(db: Executor, before: number): Promise<void> {
  await db.deleteFrom('mail_reply').where('replied_at', '<', before).execute();
}
