import type { ExpressionBuilder } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import { loginKey } from './identity-keys.ts';

export interface TrustOptions {
  dryRun?: boolean;
  /** Of these alone, whatever they look like. */
  handles?: readonly string[];
  /** Those too who look as if a sign-in had added them. */
  all?: boolean;
}

export interface TrustReport {
  trusted: number;
  /** Handles and mails of those left out, who look as if a sign-in had added them. */
  left: { handle: string; email: string }[];
}

/** Says of mails from before anybody kept who proved them that they are proved. */
export async function trustMails(db: Executor, { dryRun, handles, all }: TrustOptions): Promise<TrustReport> {
  const unknown = await db
    .selectFrom('person')
    .select(['id', 'handle', 'email'])
    .select((eb) => eb.case().when(looksSignedIn(eb)).then(1).else(0).end().as('doubtful'))
    .where('email', 'is not', null)
    .where('mail_proved', 'is', null)
    .where('merged_into', 'is', null)
    .orderBy('handle')
    .execute();
  const named = handles && new Set(handles.map(loginKey));
  const meant = unknown.filter(({ handle, doubtful }) => (named ? named.has(handle) : all || doubtful === 0));
  const left = named ? [] : unknown.filter((person) => !meant.includes(person));
  for (let from = 0; !dryRun && from < meant.length; from += 500) {
    const ids = meant.slice(from, from + 500).map(({ id }) => id);
    await db.updateTable('person').set({ mail_proved: 1 }).where('id', 'in', ids).execute();
  }
  return { trusted: meant.length, left: left.map(({ handle, email }) => ({ handle, email: email! })) };
}

/** Nothing is known of them but what a sign-in tells. */
function looksSignedIn(eb: ExpressionBuilder<Database, 'person'>) {
  const columns = ['phone', 'job_title', 'department', 'location', 'bio', 'avatar_url', 'manager_id'] as const;
  return eb.and([
    ...columns.map((column) => eb(column, 'is', null)),
    eb('expertise', '=', '[]'),
    eb('languages', '=', '[]'),
  ]);
}
