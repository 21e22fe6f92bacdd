import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { AnswerAddressTable } from '../mail-table.ts';

export async function insertAddress(trx: Executor, address: AnswerAddressTable): Promise<void> {
  await trx.insertInto('answer_address').values(address).execute();
}

export async function findAddress(db: Executor, token: string): Promise<AnswerAddressTable | null> {
  const row = await db.selectFrom('answer_address').selectAll().where('token', '=', token).executeTakeFirst();
  return row ?? null;
}

export async function forgetAddresses(db: Executor, before: number): Promise<void> {
  await db.deleteFrom('answer_address').where('ends_at', '<', before).execute();
}

/** Gives what leads to one person to another, who they turned out to be. */
export async function moveMails(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  for (const table of ['answer_address', 'outgoing_mail', 'mail_stop'] as const)
    await trx.updateTable(table).set({ person_id: intoId }).where('person_id', '=', fromId).execute();
}

/** What is answered on one page is answered on another, which it became a part of. */
export async function moveAnswered(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
  await trx.updateTable('answer_address').set({ thing_id: intoId }).where('thing_id', '=', fromId).execute();
}
