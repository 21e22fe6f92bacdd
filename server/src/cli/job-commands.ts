import type { CliCommand } from './command.ts';
import type { JobsFilter } from './jobs.ts';

export function addJobCommands(program: CliCommand): void {
  const jobs = program
    .command('jobs')
    .about(
      'Lists jobs, and retries or drops them.',
      'A job is work that the server does later, or again after a failure.',
    );
  jobs
    .command('list')
    .about(
      'Lists jobs by kind and time.',
      'Nothing shows what a job is about. docs/operations.md explains the columns.',
    )
    .option('--dead', 'only jobs that were given up')
    .option('--kind <kind>', 'only jobs of this kind')
    .action(async (filter: JobsFilter) => (await import('./jobs.ts')).listJobs(filter));

  jobs
    .command('retry')
    .about(
      'Has a job done now, as if it were new.',
      'It may be one that was given up, or one that waits for a later time.',
    )
    .usage('ID | --all-dead')
    .argument('[ID]')
    .option('--all-dead', 'all jobs that were given up')
    .action(async (id: string | undefined, { allDead = false }: { allDead?: boolean }, command: CliCommand) => {
      if (allDead === (id !== undefined)) command.error('it takes the ID of a job, or --all-dead');
      const { retryAllDead, retryJob } = await import('./jobs.ts');
      await (id === undefined ? retryAllDead() : retryJob(id));
    });

  jobs
    .command('drop')
    .about(
      'Deletes a job: it is never done.',
      'A job that comes again and again is back at the next start of a server.',
    )
    .argument('<ID>')
    .action(async (id: string) => (await import('./jobs.ts')).dropJob(id));
}
