import type { Executor } from '../../database/connect.ts';

/** Lets somebody's accounts lead to somebody else. */
export async function moveAccounts(trx: Executor, fromId: string, intoId: string): Promise<number> {
  const accounts = trx.updateTable('account').set({ person_id: intoId }).where('person_id', '=', fromId);
  return Number((await accounts.executeTakeFirst()).numUpdatedRows);
}

/** The same for login names. */
export async function moveLogins(trx: Executor, fromId: string, intoId: string): Promise<number> {
  const logins = trx.updateTable('login').set({ person_id: intoId }).where('person_id', '=', fromId);
  return Number((await logins.executeTakeFirst()).numUpdatedRows);
}

/** Gives those whom one manages to the other, who does not manage themselves. */
export async function moveReports(trx: Executor, fromId: string, intoId: string): Promise<number> {
  const reports = trx.updateTable('person').set({ manager_id: intoId });
  const { numUpdatedRows } = await reports
    .where('manager_id', '=', fromId)
    .where('id', '!=', intoId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Leaves of a person what leads to another one. @param keeps - What the other one has of their own. */
export async function leadTo(
  trx: Executor,
  id: string,
  otherId: string,
  keeps: { email: boolean; employeeNumber: boolean },
): Promise<void> {
  await trx.updateTable('person').set({ merged_into: otherId }).where('merged_into', '=', id).execute();
  await trx
    .updateTable('person')
    .set({
      merged_into: otherId,
      // What a version sees that knows of no merging.
      status: 'DEPARTED',
      role: 'EMPLOYEE',
      manager_id: null,
      ...(!keeps.email && { email: null, email_key: null, mail_proved: null }),
      ...(!keeps.employeeNumber && { employee_number: null, employee_key: null }),
    })
    .where('id', '=', id)
    .execute();
}
