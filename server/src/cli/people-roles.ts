import type { Role } from '../platform/viewer.ts';
import { UsageError } from './usage-error.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export async function listPeople(wanted?: Role): Promise<void> {
  const people = await withApp(({ services }) => services.people.list(wanted ?? null), { create: false });
  const width = Math.max(0, ...people.map(({ handle }) => handle.length));
  for (const { handle, name, role: has, status } of people) {
    const left = status === 'DEPARTED' ? ', departed' : '';
    print(`${handle.padEnd(width)}  ${has.toLowerCase()}${left}  ${name}\n`);
  }
}

export async function setRole(handle: string, role: Role): Promise<void> {
  const found = await withApp(({ services }) => services.people.setRole(handle, role), { create: false });
  if (!found) throw new UsageError(`No person has the handle ${handle}.`);
  print(`${found.name} (${found.handle}) has the role ${role.toLowerCase()} now.\n`);
}
