import { InvalidArgumentError } from 'commander';
import { type Role, roles } from '../platform/viewer.ts';
import type { CliCommand } from './command.ts';
import type { ImportOptions } from './import-people.ts';
import { defaultMissingLimit, missingLimit } from './missing-limit.ts';
import type { MergeOptions, TrustOptions } from './people-merge.ts';

const roleWords = roles.map((role) => role.toLowerCase()).join(', ');

export function addPeopleCommands(program: CliCommand): void {
  addImport(program.command('import').about('Imports data of other systems.'));
  const people = program
    .command('people')
    .about('Lists people, sets their roles, and merges two entries of one person.');
  addRoles(people);
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
    .about('Lists people by handle, with their role.')
    .option('--role <role>', `only people with this role: ${roleWords}`, roleOf)
    .action(async ({ role }: { role?: Role }) => (await import('./people-roles.ts')).listPeople(role));

  people
    .command('role')
    .about(
      'Makes a person an administrator, communicator or employee.',
      'docs/roles.md lists the rights of each role. The change applies from their next request on.',
    )
    .argument('<handle>')
    .argument('<role>', `one of ${roleWords}`, roleOf)
    .examples('parvis people role claire.martin admin')
    .action(async (handle: string, role: Role) => (await import('./people-roles.ts')).setRole(handle, role));
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
  const role = roles.find((known) => known === word.toUpperCase());
  if (!role) throw new InvalidArgumentError(`It must be one of ${roleWords}.`);
  return role;
}
