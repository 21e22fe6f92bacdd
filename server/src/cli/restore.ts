import { readConfig } from '../config.ts';
import { checkFile } from '../database/copy/check-copy.ts';
import { copyDatabase } from '../database/copy/copy.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import type { Command } from './command.ts';
import { countsTable } from './counts-table.ts';
import { databaseUrl } from './database-url.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--to URL] [--replace]',
  summary: 'Fills an empty database with a backup.',
  details: `Stop all servers of that database first. FILE is checked before anything is written, and the rows are compared after.
Cut off in the middle, it goes on where it was when it is run again; until then no server starts on that database.

--to URL    another database than that of DATABASE_URL: sqlite:PATH or postgres://…
--replace   deletes all that Parvis has in the database first`,
  options: { to: { type: 'string' }, replace: { type: 'boolean' } },
  words: 1,
  async run([file], { to, replace }) {
    await checkFile(file!);
    const progress = new Progress('Rows');
    const counts = await copyDatabase({
      from: `sqlite:${file!}`,
      to: to === undefined ? readConfig(process.env).databaseUrl : databaseUrl('to', to),
      replace: replace === true,
      rebuild: rebuildPeopleSearch,
      onProgress: progress.show,
    }).finally(() => progress.stop());
    print(`${countsTable(counts)}Restored ${file!}.\n`);
  },
};
