import type { Executor } from '../../../database/connect.ts';
import { LastAdministrator } from '../last-administrator.ts';
import { administers, mayAdminister } from '../people-policy.ts';
import { readAdministrators } from '../people-store.ts';
import type { Person, PersonDetails } from '../person.ts';
import type { KnownPeople } from './known-people.ts';
import { BadRow } from './person-draft.ts';

/** The row without what would make a guest or service an administrator. */
export function withoutForbiddenRights(
  details: Partial<PersonDetails>,
  present: Person | undefined,
  warnings: string[],
): Partial<PersonDetails> {
  const before = { role: present?.role ?? ('EMPLOYEE' as const), kind: present?.kind ?? ('EMPLOYEE' as const) };
  if (mayAdminister({ ...before, ...details })) return details;
  const { role: _role, ...withoutRole } = details;
  const { kind: _kind, ...withoutKind } = withoutRole;
  const allowed = mayAdminister({ ...before, ...withoutRole }) ? withoutRole : withoutKind;
  const skipped =
    allowed === withoutRole ? 'The role was skipped.' : 'The kind was skipped: give them another role first.';
  warnings.push(`A guest or service cannot be an administrator. ${skipped}`);
  return allowed;
}

/** @throws {BadRow} if no one would administer the server after this row and those before it. */
export async function refuseLastAdministrator(
  db: Executor,
  known: KnownPeople,
  before: Person,
  after: PersonDetails,
): Promise<void> {
  if (!administers(before) || administers(after)) return;
  const left = new Set(await readAdministrators(db));
  for (const person of known.changed()) {
    if (administers(person)) left.add(person.id);
    else left.delete(person.id);
  }
  left.delete(before.id);
  if (left.size === 0) throw new BadRow(new LastAdministrator(before).message);
}
