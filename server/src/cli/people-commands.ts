import { InvalidArgumentError } from 'commander';
import { type PersonKind, personKinds, type Role, roles } from '../platform/viewer.ts';
import type { CliCommand } from './command.ts';
import type { ImportOptions } from './import-people.ts';
import { defaultMissingLimit, missingLimit } from './missing-limit.ts';
import type { MergeOptions, TrustOptions } from './people-merge.ts';
import type { ListOptions, RightsOptions } from './people-rights.ts';

const roleWords = wordsFor(roles);
const kindWords = wordsFor(personKinds);

export function addPeopleCommands(program: CliCommand): void {
  addImport(program.command('import').about('Imports data of other systems.'));
  const people = program
    .command('people')
    .about('Lists people, sets their roles and kinds, deactivates them, and merges two entries of one person.');
  addRoles(people);
  addDepartures(people);
  addMerge(people);
}

function addImport(parent: CliCommand): void {
  parent
    .command('people')
    .about(
      'Updates the directory from a CSV file.',
      'People in the directory are found by employee number, login name, handle or email, and updated; others are added. Fields without a column in the file do not change. An invalid cell is skipped and reported with its line; a row is skipped only if it does not identify a person. The exit code is 1 if rows were skipped. docs/importing-people.md lists all column names.',
    )
    .argument('<file.csv>', 'with a header in its first line')
    .option('--dry-run', 'prints what would change, and changes nothing')
    .option('--map <COLUMN=FIELD>', 'the field of an unknown column, or ignore. May be given several times', appended)
    .option(
      '--encoding <name>',
      'the encoding of the file, if not UTF-8: windows-1252, macintosh, utf-16le … By default it is guessed',
    )
    .addOption(
      parent
        .createOption('--missing <what>', 'marks people as departed who are in the directory but not in the file')
        .choices(['departed']),
    )
    .option(
      '--missing-limit <percent>',
      `… unless they are more than this share of all people; ${defaultMissingLimit} by default`,
      missingLimit,
    )
    .option(
      '--same-person <handle>',
      'a person whose name and mail address both changed. May be given several times',
      appended,
    )
    .option('--create', 'creates the database if it does not exist')
    .examples(
      'parvis import people people.csv --dry-run',
      'parvis import people people.csv --map "Cost Center - Name=department" --map "Grade=ignore"',
      'parvis import people people.csv --missing departed',
    )
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import-people.ts')).importPeople(file, options),
    );
}

function addRoles(people: CliCommand): void {
  people
    .command('list')
    .about('Lists people by handle, with their role, their kind if they are no employees, and whether they have left.')
    .option('--role <role>', `only people with this role: ${roleWords}`, roleOf)
    .option('--kind <kind>', `only people of this kind: ${kindWords}`, kindOf)
    .examples('parvis people list --role admin', 'parvis people list --kind guest')
    .action(async (options: ListOptions) => (await import('./people-rights.ts')).listPeople(options));

  people
    .command('role')
    .about(
      'Makes a person an administrator, communicator or employee.',
      'docs/roles.md lists the rights of each role. The change applies from their next request on. Guests and services cannot be administrators.',
    )
    .argument('<handle>')
    .argument('<role>', `one of ${roleWords}`, roleOf)
    .option('--force', 'also takes the role away from the last administrator')
    .examples('parvis people role claire.martin admin')
    .action(async (handle: string, role: Role, options: RightsOptions) =>
      (await import('./people-rights.ts')).setRole(handle, role, options),
    );

  people
    .command('kind')
    .about(
      'Says what a person is: an employee, contractor, guest or service.',
      'All but employees have a mark beside their name. Guests find only themselves in the directory. docs/roles.md says more. An import with a column for the kind sets it again.',
    )
    .argument('<handle>')
    .argument('<kind>', `one of ${kindWords}`, kindOf)
    .examples('parvis people kind ana.weber contractor')
    .action(async (handle: string, kind: PersonKind) => (await import('./people-rights.ts')).setKind(handle, kind));
}

function addDepartures(people: CliCommand): void {
  people
    .command('deactivate')
    .about(
      'Marks a person as departed.',
      'Their sign-in is refused from then on, and pages that they have open stop following what happens. What they wrote stays. If the next import says that they are active, they are again.',
    )
    .argument('<handle>')
    .option('--force', 'also deactivates the last administrator')
    .examples('parvis people deactivate ana.weber')
    .action(async (handle: string, options: RightsOptions) =>
      (await import('./people-rights.ts')).deactivate(handle, options),
    );

  people
    .command('reactivate')
    .about('Marks a departed person as active again.')
    .argument('<handle>')
    .examples('parvis people reactivate ana.weber')
    .action(async (handle: string) => (await import('./people-rights.ts')).reactivate(handle));
}

function addMerge(people: CliCommand): void {
  people
    .command('merge')
    .about(
      'Merges two directory entries of one person.',
      'Everything that OTHER wrote, reacted to and deleted becomes HANDLE’s, who also becomes the manager of OTHER’s reports. Handle, login names, mail address and accounts of OTHER lead to HANDLE from then on. Fields that HANDLE lacks are copied from OTHER, except name, role and status. This cannot be undone.',
    )
    .argument('<HANDLE>', 'the entry that stays')
    .argument('<OTHER>', 'the entry that is merged into it')
    .option('--dry-run', 'prints how much would move, and changes nothing')
    .examples('parvis people merge jean.dupont jean.dupont2 --dry-run')
    .action(async (into: string, from: string, options: MergeOptions) =>
      (await import('./people-merge.ts')).mergePeople(into, from, options),
    );

  people
    .command('trust-mails')
    .about(
      'Marks mail addresses from an older version as verified.',
      'Versions up to 0.1 did not record who verified a mail address. People whom a sign-in seems to have added are listed and skipped: check them first.',
    )
    .option('--handle <handles>', 'only of these handles, separated by commas')
    .option('--all', 'of all people')
    .option('--dry-run', 'prints the people concerned, and changes nothing')
    .action(async (options: TrustOptions) => (await import('./people-merge.ts')).trustMails(options));
}

function appended(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function roleOf(word: string): Role {
  return oneOf(roles, word);
}

function kindOf(word: string): PersonKind {
  return oneOf(personKinds, word);
}

function oneOf<Value extends string>(values: readonly Value[], word: string): Value {
  const value = values.find((known) => known === word.toUpperCase());
  if (!value) throw new InvalidArgumentError(`It must be one of ${wordsFor(values)}.`);
  return value;
}

function wordsFor(values: readonly string[]): string {
  return values.map((value) => value.toLowerCase()).join(', ');
}
