import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import type { Command } from './command.ts';
import { print } from './terminal.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Brings the database to the newest schema.',
  details: 'Safe to run from several machines at once, and again.',
  options: {},
  words: 0,
  async run() {
    const app = createApp(readConfig(process.env));
    try {
      const names = await migrate(app.database.db);
      print(names.length === 0 ? 'The database is up to date.\n' : `${names.join('\n')}\n`);
    } finally {
      await app.close();
    }
  },
};
