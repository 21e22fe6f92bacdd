import { Refusal } from '../platform/refusal.ts';
import type { PersonKind, Role } from '../platform/viewer.ts';
import { LastAdministrator, type RightsChange } from '../modules/people/index.ts';
import { UsageError } from './usage-error.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export interface ListOptions {
  role?: Role;
  kind?: PersonKind;
}

export interface RightsOptions {
  force?: boolean;
}

export async function listPeople(selection: ListOptions): Promise<void> {
  const people = await withApp(({ services }) => services.people.list(selection), { create: false });
  const width = Math.max(0, ...people.map(({ handle }) => handle.length));
  for (const { handle, name, role, kind, status } of people) {
    const words = [role, ...(kind === 'EMPLOYEE' ? [] : [kind]), ...(status === 'DEPARTED' ? [status] : [])];
    print(`${handle.padEnd(width)}  ${words.join(', ').toLowerCase()}  ${name}\n`);
  }
}

export async function setRole(handle: string, role: Role, options: RightsOptions): Promise<void> {
  await change(
    handle,
    { role },
    options,
    (isNew) => `${isNew ? 'has' : 'already had'} the role ${role.toLowerCase()}${isNew ? ' now' : ''}`,
  );
}

export async function setKind(handle: string, kind: PersonKind): Promise<void> {
  await change(
    handle,
    { kind },
    {},
    (isNew) => `${isNew ? 'has' : 'already had'} the kind ${kind.toLowerCase()}${isNew ? ' now' : ''}`,
  );
}

export async function deactivate(handle: string, options: RightsOptions): Promise<void> {
  await change(handle, { status: 'DEPARTED' }, options, (isNew) =>
    isNew ? 'is departed: they can no longer sign in, and what they wrote stays' : 'was already departed',
  );
}

export async function reactivate(handle: string): Promise<void> {
  await change(handle, { status: 'ACTIVE' }, {}, (isNew) =>
    isNew ? 'is active again, and can sign in' : 'was already active',
  );
}

/** @param outcome - What to say of the person, who is new to the change or not. */
async function change(
  handle: string,
  wanted: RightsChange,
  { force = false }: RightsOptions,
  outcome: (isNew: boolean) => string,
): Promise<void> {
  const { before, after } = await withApp(
    ({ services }) => services.people.commandRights({ handle, change: wanted, force }),
    { create: false },
  ).catch((error: unknown) => {
    throw error instanceof Refusal ? new UsageError(explained(error, handle, wanted)) : error;
  });
  const isNew = Object.keys(wanted).some(
    (field) => before[field as keyof RightsChange] !== after[field as keyof RightsChange],
  );
  print(`${after.name} (${after.handle}) ${outcome(isNew)}.\n`);
}

/** The reason, and what to do next on the command line. */
function explained(refusal: Refusal, handle: string, { kind }: RightsChange): string {
  const { code, message } = refusal;
  if (code === 'NOT_FOUND')
    return `No person has the handle ${handle}. parvis people list shows the handles of all people; to search it: parvis people list | grep -i NAME`;
  if (refusal instanceof LastAdministrator) return `${message} To do it all the same, add --force.`;
  return kind ? `${message} Give them another role first: parvis people role ${handle} employee` : message;
}
