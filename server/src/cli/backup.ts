import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { connect } from '../database/connect.ts';
import { readConfig } from '../config.ts';
import { type Command, UsageError } from './command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'Copies the embedded database to a new file while the server runs.',
  details:
    'The copy is whole and consistent: a database of its own, as of one moment. To go back, stop the server and put it in the place of the old one.',
  options: {},
  words: 1,
  async run([file]) {
    if (existsSync(file!)) throw new UsageError(`${file!} is there already: name a file that is not.`);
    const database = connect(readConfig(process.env).databaseUrl);
    try {
      await sql`vacuum into ${file!}`.execute(database.db);
    } catch (error) {
      throw new UsageError(`${file!} cannot be written: ${(error as Error).message}.`, { cause: error });
    } finally {
      await database.close();
    }
  },
};
