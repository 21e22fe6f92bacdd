import type { CliCommand } from './command.ts';
import type { MigrateDataOptions } from './migrate-data.ts';
import { defaultPeople, peopleCount } from './people-count.ts';
import type { RestoreOptions } from './restore.ts';

const replace = 'deletes everything of Parvis in';

export function addDatabaseCommands(program: CliCommand): void {
  program
    .command('migrate')
    .about('Migrates the database to the newest schema.', 'Safe to run again, and on several machines at once.')
    .action(async () => (await import('./migrate.ts')).migrateSchema());

  program
    .command('seed')
    .about('Fills an empty database with invented people and conversations.')
    .option('--people <n>', 'how many people', peopleCount, defaultPeople)
    .action(async ({ people }: { people: number }) => (await import('./seed.ts')).seed(people));

  addCopies(program);
}

function addCopies(program: CliCommand): void {
  program
    .command('backup')
    .about(
      'Copies the database to a new file while servers run.',
      'The copy is a complete, consistent SQLite database in one file, for both kinds of database. parvis restore restores it.',
    )
    .argument('<file>', 'gets this name once it is complete and checked')
    .action(async (file: string) => (await import('./backup.ts')).backup(file));

  program
    .command('restore')
    .about(
      'Fills an empty database with a backup.',
      'Stop all servers of that database first. The file is checked before anything is written, and all rows are compared afterwards. If interrupted, run it again: it continues where it stopped; until then, no server starts on that database.',
    )
    .argument('<file>', 'a file made by parvis backup')
    .option('--to <url>', 'a database other than DATABASE_URL: sqlite:PATH or postgres://…')
    .option('--replace', `${replace} the database first`)
    .action(async (file: string, options: RestoreOptions) => (await import('./restore.ts')).restore(file, options));

  program
    .command('migrate-data')
    .about(
      'Copies everything from one database to another.',
      'Stop all servers of both first: a write during the copy would be missing, and makes it fail. All rows are compared at the end. If interrupted, run it again: it continues where it stopped; until then, no server starts on the copy.',
    )
    .requiredOption('--from <url>', 'sqlite:PATH or postgres://…')
    .requiredOption('--to <url>', 'the same')
    .option('--replace', `${replace} the second database first`)
    .examples('parvis migrate-data --from sqlite:./data/parvis.db --to postgres://parvis@db.example.org/parvis')
    .action(async (options: MigrateDataOptions) => (await import('./migrate-data.ts')).migrateData(options));
}
