import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import { toPerson } from './people-store.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** A person's identity at an issuer. */
export interface Account {
  issuer: string;
  subject: string;
}

/** The person to whom an issuer's subject is linked; null if none. */
export async function findByAccount(db: Executor, issuer: string, subject: string): Promise<Person | null> {
  const [row] = await rowByAccount(db, { issuer, subject }, '');
  return row ? toPerson(row) : null;
}

const rowByAccount = prepared((db, { issuer, subject }: { issuer: string; subject: string }) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('person')
    .where('account.issuer', '=', issuer)
    .where('account.subject', '=', subject),
);

/** Whether a subject of the issuer is linked to this person. */
export async function hasAccount(db: Executor, issuer: string, personId: RowId): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return account !== undefined;
}

/** @throws a unique violation if the subject was linked in the meantime: see `isTaken`. */
export async function addAccount(trx: Executor, account: Account, personId: RowId, now: number): Promise<void> {
  await trx
    .insertInto('account')
    .values({ ...account, person_id: personId, linked_at: now })
    .execute();
}

/** Locks a person's row until the transaction ends, so that only one writer at a time changes what belongs to them. */
export async function lockPerson(trx: Executor, id: RowId): Promise<void> {
  await trx
    .updateTable('person')
    .set(({ ref }) => ({ handle: ref('handle') }))
    .where('id', '=', id)
    .execute();
}
