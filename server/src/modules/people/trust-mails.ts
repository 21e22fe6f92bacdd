import type { ExpressionBuilder } from 'kysely';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import { loginKey } from './identity-keys.ts';

export interface TrustOptions {
  dryRun?: boolean;
  /** Only these people, even if a sign-in seems to have added them. */
  handles?: readonly string[];
  /** Also people whom a sign-in seems to have added. */
  all?: boolean;
}

export interface TrustReport {
  trusted: number;
  /** Handles and addresses of the skipped people, whom a sign-in seems to have added. */
  left: { handle: string; email: string }[];
}

/** Marks mail addresses of unknown origin, from older versions, as verified. */
export async function trustMails(
  { db, transaction }: DatabaseConnection,
  audit: AuditLog,
  { dryRun, handles, all }: TrustOptions,
): Promise<TrustReport> {
  const unknown = await findUnknown(db);
  const named = handles && new Set(handles.map(loginKey));
  const meant = unknown.filter(({ handle, doubtful }) => (named ? named.has(handle) : all || doubtful === 0));
  const left = named ? [] : unknown.filter((person) => !meant.includes(person));
  const details = { trusted: meant.length };
  if (!dryRun && meant.length > 0)
    await transaction(async (trx) => {
      for (let from = 0; from < meant.length; from += 500) {
        const ids = meant.slice(from, from + 500).map(({ id }) => id);
        await trx.updateTable('person').set({ mail_proved: 1 }).where('id', 'in', ids).execute();
      }
      await audit.record(trx, { actor: 'command line', action: 'trustMails', subject: null, details });
    });
  return { trusted: meant.length, left: left.map(({ handle, email }) => ({ handle, email: email! })) };
}

function findUnknown(db: Executor) {
  return db
    .selectFrom('person')
    .select(['id', 'handle', 'email'])
    .select((eb) => eb.case().when(looksSignedIn(eb)).then(1).else(0).end().as('doubtful'))
    .where('email', 'is not', null)
    .where('mail_proved', 'is', null)
    .where('merged_into', 'is', null)
    .orderBy('handle')
    .execute();
}

/** They have nothing but what a sign-in provides. */
function looksSignedIn(eb: ExpressionBuilder<Database, 'person'>) {
  const columns = ['phone', 'job_title', 'department', 'location', 'bio', 'avatar_url', 'manager_id'] as const;
  return eb.and([
    ...columns.map((column) => eb(column, 'is', null)),
    eb('expertise', '=', '[]'),
    eb('languages', '=', '[]'),
  ]);
}
