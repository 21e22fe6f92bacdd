import type { CliCommand } from './command.ts';
import type { MigrateDataOptions } from './migrate-data.ts';
import { defaultPeople, peopleCount } from './people-count.ts';
import type { RestoreOptions } from './restore.ts';

const replace = 'deletes all that Parvis has in';

export function addDatabaseCommands(program: CliCommand): void {
  program
    .command('migrate')
    .about('Brings the database to the newest schema.', 'Safe to run from several machines at once, and again.')
    .action(async () => (await import('./migrate.ts')).migrateSchema());

  program
    .command('seed')
    .about('Fills an empty database with invented people and what they say.')
    .option('--people <n>', 'how many people', peopleCount, defaultPeople)
    .action(async ({ people }: { people: number }) => (await import('./seed.ts')).seed(people));

  addCopies(program);
}

function addCopies(program: CliCommand): void {
  program
    .command('backup')
    .about(
      'Copies the database to a new file while servers run.',
      'The copy is whole, of one moment, and a database of its own: one SQLite file, whichever database it was taken from. parvis restore brings it back.',
    )
    .argument('<file>', 'has its name once it is complete and checked')
    .action(async (file: string) => (await import('./backup.ts')).backup(file));

  program
    .command('restore')
    .about(
      'Fills an empty database with a backup.',
      'Stop all servers of that database first. The file is checked before anything is written, and the rows are compared after. Cut off in the middle, it goes on where it was when it is run again; until then no server starts on that database.',
    )
    .argument('<file>', 'what parvis backup made')
    .option('--to <url>', 'another database than that of DATABASE_URL: sqlite:PATH or postgres://…')
    .option('--replace', `${replace} the database first`)
    .action(async (file: string, options: RestoreOptions) => (await import('./restore.ts')).restore(file, options));

  program
    .command('migrate-data')
    .about(
      'Copies all there is from one database to another.',
      'Stop all servers of both first: what is written meanwhile would be missing, which ends in an error. All rows are compared in the end. Cut off in the middle, it goes on where it was when it is run again; until then no server starts on the copy.',
    )
    .requiredOption('--from <url>', 'sqlite:PATH or postgres://…')
    .requiredOption('--to <url>', 'the same')
    .option('--replace', `${replace} the second database first`)
    .examples('parvis migrate-data --from sqlite:./data/parvis.db --to postgres://parvis@db.example.org/parvis')
    .action(async (options: MigrateDataOptions) => (await import('./migrate-data.ts')).migrateData(options));
}
