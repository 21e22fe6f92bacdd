import type { Executor } from '../../database/connect.ts';
import type { MailStop } from './mail-stop.ts';

const columns = ['address', 'person_id as personId', 'status', 'stopped_at as stoppedAt'] as const;

/** Answers whether it was not stopped before. */
export async function insertStop(
  trx: Executor,
  { address, personId, status, stoppedAt }: MailStop,
  since: number,
): Promise<boolean> {
  const stopped = await trx
    .insertInto('mail_stop')
    .values({ address, person_id: personId, status, stopped_at: stoppedAt })
    .onConflict((conflict) =>
      conflict
        .column('address')
        .doUpdateSet({ person_id: personId, status, stopped_at: stoppedAt })
        .where('mail_stop.stopped_at', '<', since),
    )
    .returning('address')
    .executeTakeFirst();
  return stopped !== undefined;
}

/** The last first. */
export function findStops(db: Executor, since: number, limit: number): Promise<MailStop[]> {
  return db
    .selectFrom('mail_stop')
    .select(columns)
    .where('stopped_at', '>=', since)
    .orderBy('stopped_at', 'desc')
    .orderBy('address')
    .limit(limit)
    .execute();
}

/** The stop of one address; undefined where mails are sent to it. */
export function findStop(db: Executor, address: string, since: number): Promise<MailStop | undefined> {
  return db
    .selectFrom('mail_stop')
    .select(columns)
    .where('address', '=', address)
    .where('stopped_at', '>=', since)
    .executeTakeFirst();
}

export async function deleteStop(trx: Executor, address: string): Promise<void> {
  await trx.deleteFrom('mail_stop').where('address', '=', address).execute();
}

export async function forgetStops(db: Executor, before: number): Promise<void> {
  await db.deleteFrom('mail_stop').where('stopped_at', '<', before).execute();
}
