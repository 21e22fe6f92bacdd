import { InvalidArgumentError } from 'commander';
import { type Role, roles } from '../platform/viewer.ts';
import type { CliCommand } from './command.ts';
import type { ImportOptions } from './import-people.ts';
import { defaultMissingLimit, missingLimit } from './missing-limit.ts';
import type { MergeOptions, TrustOptions } from './people-merge.ts';

const roleWords = roles.map((role) => role.toLowerCase()).join(', ');

export function addPeopleCommands(program: CliCommand): void {
  addImport(program.command('import').about('Brings in what other systems know.'));
  const people = program.command('people').about('Lists people, says who may do more, and makes one person of two.');
  addRoles(people);
  addMerge(people);
}

function addImport(parent: CliCommand): void {
  parent
    .command('people')
    .about(
      'Brings the directory up to date with a CSV file.',
      'Whoever is in the directory already is updated: found by employee number, login name, handle or email. Columns that the file does not have stay as they are. A cell that is wrong is left out and told by its line, a row only where it does not say who it is about. The exit code is 1 where rows were left out. docs/importing-people.md has all names of columns.',
    )
    .argument('<file.csv>', 'with a header in its first line')
    .option('--dry-run', 'tells what would change, and changes nothing')
    .option(
      '--map <COLUMN=FIELD>',
      'what a column holds that is not known; FIELD may be ignore. May be given several times',
      appended,
    )
    .option(
      '--encoding <name>',
      'of the file, where it is not UTF-8: windows-1252, macintosh, utf-16le … It is guessed otherwise',
    )
    .addOption(
      parent
        .createOption('--missing <what>', 'marks those as departed who are in the directory and not in the file')
        .choices(['departed']),
    )
    .option(
      '--missing-limit <percent>',
      `… unless they are more than this share of all, ${defaultMissingLimit} by default`,
      missingLimit,
    )
    .option('--same-person <handle>', 'somebody whose name and mail both changed. May be given several times', appended)
    .option('--create', 'makes the database where there is none yet')
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
    .option('--role <role>', `only those who have it: ${roleWords}`, roleOf)
    .action(async ({ role }: { role?: Role }) => (await import('./people-roles.ts')).listPeople(role));

  people
    .command('role')
    .about(
      'Makes somebody an administrator, communicator or employee.',
      'docs/roles.md says what each may do. It counts from their next request on.',
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
      'Makes one person of two entries of the directory.',
      'All that OTHER wrote, reacted to and deleted is HANDLE’s then, and so are those whom OTHER manages. Handle, login names, mail address and accounts of OTHER lead to HANDLE from then on. What HANDLE lacks is taken from OTHER, but for name, role and status. It cannot be undone.',
    )
    .argument('<HANDLE>', 'who stays')
    .argument('<OTHER>', 'whose entry goes')
    .option('--dry-run', 'says how much it would be, and changes nothing')
    .examples('parvis people merge jean.dupont jean.dupont2 --dry-run')
    .action(async (into: string, from: string, options: MergeOptions) =>
      (await import('./people-merge.ts')).mergePeople(into, from, options),
    );

  people
    .command('trust-mails')
    .about(
      'Says that the mail addresses from before an upgrade are proved.',
      'Versions up to 0.1 did not keep who proved a mail address. Those that look as if a sign-in had added the person are listed and left out: check them first.',
    )
    .option('--handle <handles>', 'of these alone, with commas between')
    .option('--all', 'of everybody')
    .option('--dry-run', 'says whom it would concern, and changes nothing')
    .action(async (options: TrustOptions) => (await import('./people-merge.ts')).trustMails(options));
}

function appended(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function roleOf(word: string): Role {
  const role = roles.find((known) => known === word.toUpperCase());
  if (!role) throw new InvalidArgumentError(`There are ${roleWords}.`);
  return role;
}
