import { version } from '../platform/version.ts';
import { CliCommand } from './command.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { addPageCommands } from './page-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { addServerCommands } from './server-commands.ts';

/** All of the command line. What a command does is loaded with its call: to load the server takes a second. */
export function createProgram(): CliCommand {
  const program = new CliCommand('parvis')
    .description('Parvis makes any intranet page a social one.')
    .version(version)
    // After the name of a command, options are those of that command alone.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nEach says with --help what it takes.\nSettings are environment variables; docs/settings.md lists them.',
    );
  addServerCommands(program);
  addPeopleCommands(program);
  addPageCommands(program);
  addDatabaseCommands(program);
  return program;
}
