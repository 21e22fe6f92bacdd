import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { OutgoingMailTable, OutgoingState } from '../mail-table.ts';

export interface StoredMail {
  readonly id: RowId;
  readonly personId: RowId;
  readonly kind: string;
  /** JSON */
  readonly about: string;
  readonly state: OutgoingState;
  readonly address: string | null;
}

const columns = ['id', 'person_id as personId', 'kind', 'about', 'state', 'address'] as const;

export async function insertMail(trx: Executor, mail: OutgoingMailTable): Promise<void> {
  await trx.insertInto('outgoing_mail').values(mail).execute();
}

export async function findMail(db: Executor, id: RowId): Promise<StoredMail | null> {
  const row = await db.selectFrom('outgoing_mail').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function setState(
  trx: Executor,
  id: RowId,
  values: { state: OutgoingState; address?: string },
): Promise<void> {
  await trx.updateTable('outgoing_mail').set(values).where('id', '=', id).execute();
}

/** How many mails of some kinds a person was sent since a moment, or will be. */
export async function countMails(
  db: Executor,
  personId: RowId,
  { kinds, since }: { kinds: readonly string[]; since: number },
): Promise<number> {
  const { count } = await db
    .selectFrom('outgoing_mail')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('created_at', '>=', since)
    .where('kind', 'in', kinds)
    .where('state', '<>', 'DROPPED')
    .executeTakeFirstOrThrow();
  return count;
}

export async function forgetMails(db: Executor, before: number): Promise<void> {
  await db.deleteFrom('outgoing_mail').where('created_at', '<', before).execute();
}
