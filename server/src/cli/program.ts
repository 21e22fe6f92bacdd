import { version } from '../platform/version.ts';
import { addAuditCommands } from './audit-commands.ts';
import { CliCommand } from './command.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { addJobCommands } from './job-commands.ts';
import { addPageCommands } from './page-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { addServerCommands } from './server-commands.ts';

/** The whole command line. The code of a command is loaded when it is called, because loading the server takes a second. */
export function createProgram(): CliCommand {
  const program = new CliCommand('parvis')
    .description('Parvis turns any intranet page into a social one.')
    .version(version)
    // Options after the name of a command belong to that command.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nEach command has --help.\nSettings are environment variables; docs/settings.md lists them.',
    );
  addServerCommands(program);
  addPeopleCommands(program);
  addPageCommands(program);
  addJobCommands(program);
  addAuditCommands(program);
  addDatabaseCommands(program);
  return program;
}
