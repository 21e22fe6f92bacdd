import type { CliCommand } from './command.ts';

export function addServerCommands(program: CliCommand): void {
  program
    .command('serve')
    .about(
      'Runs the server until it is stopped.',
      'Migrates the database to the newest schema first. SIGTERM or Ctrl+C stops it when the requests under way are answered, within 10 seconds; a second one stops it at once.',
    )
    .action(async () => (await import('./serve.ts')).serveAndAnnounce());

  program
    .command('demo')
    .about(
      'Runs the server with the demo intranet, filled at the first start.',
      'Visitors choose who they are. By default, the settings are those of a demonstration on this machine.',
    )
    .action(async () => (await import('./demo.ts')).demo());
}
