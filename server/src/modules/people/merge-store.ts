import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';

/** Moves the accounts of one person to another. */
export async function moveAccounts(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const accounts = trx.updateTable('account').set({ person_id: intoId }).where('person_id', '=', fromId);
  return Number((await accounts.executeTakeFirst()).numUpdatedRows);
}

/** The same for login names. */
export async function moveLogins(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const logins = trx.updateTable('login').set({ person_id: intoId }).where('person_id', '=', fromId);
  return Number((await logins.executeTakeFirst()).numUpdatedRows);
}

/** Makes the second person the manager of the first person's reports, except of themselves. */
export async function moveReports(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
  const reports = trx.updateTable('person').set({ manager_id: intoId });
  const { numUpdatedRows } = await reports
    .where('manager_id', '=', fromId)
    .where('id', '!=', intoId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Marks a person as merged into another one. @param keeps - Which values the other person already has. */
export async function leadTo(
  trx: Executor,
  id: RowId,
  otherId: RowId,
  keeps: { email: boolean; employeeNumber: boolean },
): Promise<void> {
  await trx.updateTable('person').set({ merged_into: otherId }).where('merged_into', '=', id).execute();
  await trx
    .updateTable('person')
    .set({
      merged_into: otherId,
      // A version without merging sees a departed person.
      status: 'DEPARTED',
      role: 'EMPLOYEE',
      manager_id: null,
      ...(!keeps.email && { email: null, email_key: null, mail_proved: null }),
      ...(!keeps.employeeNumber && { employee_number: null, employee_key: null }),
    })
    .where('id', '=', id)
    .execute();
}
