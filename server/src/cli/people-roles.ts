import { roles, type Role } from '../auth/viewer.ts';
import { type Command, UsageError } from './command.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

const words = roles.map((role) => role.toLowerCase()).join(', ');

export const listPeople: Command = {
  name: 'people list',
  usage: '[--role ROLE]',
  summary: 'Lists people by handle, with their role.',
  details: `--role ROLE  only those who have it: ${words}`,
  options: { role: { type: 'string' } },
  words: 0,
  async run(_words, { role }) {
    const wanted = role === undefined ? null : readRole(String(role));
    const people = await withApp(({ services }) => services.people.list(wanted), { create: false });
    const width = Math.max(0, ...people.map(({ handle }) => handle.length));
    for (const { handle, name, role: has, status } of people) {
      const left = status === 'DEPARTED' ? ', departed' : '';
      print(`${handle.padEnd(width)}  ${has.toLowerCase()}${left}  ${name}\n`);
    }
  },
};

export const setRole: Command = {
  name: 'people role',
  usage: 'HANDLE ROLE',
  summary: 'Makes somebody an administrator, communicator or employee.',
  details: `ROLE is one of ${words}; docs/roles.md says what each may do. It counts from their next request on.`,
  options: {},
  words: 2,
  async run([handle, word]) {
    const role = readRole(word!);
    const found = await withApp(({ services }) => services.people.setRole(handle!, role), { create: false });
    if (!found) throw new UsageError(`Nobody has the handle ${handle!}.`);
    print(`${found.name} (${found.handle}) has the role ${role.toLowerCase()} now.\n`);
  },
};

function readRole(word: string): Role {
  const role = roles.find((known) => known === word.toUpperCase());
  if (!role) throw new UsageError(`"${word}" is no role: there are ${words}.`);
  return role;
}
