import { constants, setPriority } from 'node:os';
import { readConfig } from '../config.ts';
import { backUp } from '../database/copy/backup-file.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import type { Command } from './command.ts';
import { countsTable, fileSize } from './counts-table.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'Copies the database to a new file while servers run.',
  details:
    'The copy is whole, of one moment, and a database of its own: one SQLite file, whichever database it was taken from.\nparvis restore brings it back. FILE has its name once it is complete and checked.',
  options: {},
  words: 1,
  async run([file]) {
    // People who read and write meanwhile go first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const progress = new Progress('Rows');
    const { databaseUrl } = readConfig(process.env);
    const made = await backUp(databaseUrl, file!, {
      rebuild: rebuildPeopleSearch,
      onProgress: progress.show,
    }).finally(() => progress.stop());
    print(`${countsTable(made.counts)}${file!}: ${fileSize(made.size)}, schema ${made.version}.\n`);
  },
};
