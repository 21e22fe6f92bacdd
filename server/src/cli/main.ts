import { CannotOpenDatabase } from '../database/connect.ts';
import { CopyRefused } from '../database/copy/copy-refused.ts';
import { CannotListen } from '../platform/http/listen.ts';
import { WrongSettings } from '../platform/settings-table.ts';
import { alias } from './alias.ts';
import { backup } from './backup.ts';
import { type Command, helpOf, readArguments, UsageError } from './command.ts';
import { demo } from './demo.ts';
import { importPeople } from './import-people.ts';
import { mergePeople, trustMails } from './people-merge.ts';
import { migrateCommand } from './migrate.ts';
import { migrateData } from './migrate-data.ts';
import { listPeople, setRole } from './people-roles.ts';
import { pageTitle } from './page-title.ts';
import { restore } from './restore.ts';
import { seed } from './seed.ts';
import { serveCommand } from './serve.ts';
import { print, printError } from './terminal.ts';

const commands: readonly Command[] = [
  serveCommand,
  demo,
  migrateCommand,
  seed,
  importPeople,
  listPeople,
  setRole,
  mergePeople,
  trustMails,
  alias,
  pageTitle,
  backup,
  restore,
  migrateData,
];

/** Runs the command that the words name, and answers the exit code. */
export async function run(args: string[]): Promise<number> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    print(overview());
    return first === undefined ? 1 : 0;
  }
  try {
    const command = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name);
    if (!command) throw new UsageError(`There is no command "${first}". See parvis --help.`);
    const { words, options } = readArguments(command, args.slice(command.name.split(' ').length));
    if (options['help']) print(helpOf(command));
    else await command.run(words, options);
    return 0;
  } catch (error) {
    printError(`parvis: ${explanation(error)}\n`);
    return 1;
  }
}

/** One line for what its reader can put right; all there is for what only a programmer can. */
function explanation(error: unknown): string {
  const expected = [UsageError, WrongSettings, CannotListen, CannotOpenDatabase, CopyRefused].some(
    (type) => error instanceof type,
  );
  return error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  parvis ${name.padEnd(width)}  ${summary}\n`);
  return `Parvis makes any intranet page a social one.\n\n${lines.join('')}\nEach says with --help what it takes.\nSettings are environment variables; docs/settings.md lists them.\n`;
}

const exitCode = await run(process.argv.slice(2));
if (exitCode !== 0) process.exitCode = exitCode;
