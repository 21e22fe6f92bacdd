import { copyDatabase } from '../database/copy/copy.ts';
import { nameOf } from '../database/copy/snapshot.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import type { Command } from './command.ts';
import { countsTable } from './counts-table.ts';
import { databaseUrl } from './database-url.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export const migrateData: Command = {
  name: 'migrate-data',
  usage: '--from URL --to URL [--replace]',
  summary: 'Copies all there is from one database to another.',
  details: `Stop all servers of both first: what is written meanwhile would be missing, which ends in an error. All rows are compared
in the end. Cut off in the middle, it goes on where it was when it is run again; until then no server starts on the copy.

--from URL   sqlite:PATH or postgres://…
--to URL     the same
--replace    deletes all that Parvis has in the second database first`,
  options: { from: { type: 'string' }, to: { type: 'string' }, replace: { type: 'boolean' } },
  words: 0,
  async run(_words, options) {
    const from = databaseUrl('from', options['from']);
    const to = databaseUrl('to', options['to']);
    const progress = new Progress('Rows');
    const counts = await copyDatabase({
      from,
      to,
      replace: options['replace'] === true,
      rebuild: rebuildPeopleSearch,
      onProgress: progress.show,
    }).finally(() => progress.stop());
    print(`${countsTable(counts)}${nameOf(to)} holds what ${nameOf(from)} holds.\n`);
  },
};
