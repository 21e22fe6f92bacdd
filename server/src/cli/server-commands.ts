import type { CliCommand } from './command.ts';

export function addServerCommands(program: CliCommand): void {
  program
    .command('serve')
    .about(
      'Runs the server until it is told to stop.',
      'Brings the database to the newest schema first. Stops at SIGTERM or Ctrl+C once the requests under way are answered, within 10 seconds; at a second one at once.',
    )
    .action(async () => (await import('./serve.ts')).serveAndAnnounce());

  program
    .command('demo')
    .about(
      'Runs the server with the demo intranet, filled at the first start.',
      'Visitors choose who they are. Settings that are not set are those of a demonstration on this machine.',
    )
    .action(async () => (await import('./demo.ts')).demo());
}
