import { constants, setPriority } from 'node:os';
import { readConfig } from '../config.ts';
import { backUp } from '../database/copy/backup-file.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import { countsTable, fileSize } from './counts-table.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export async function backup(file: string): Promise<void> {
  // Requests of the running servers have priority.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const progress = new Progress('Rows');
  const { databaseUrl } = readConfig(process.env);
  const made = await backUp(databaseUrl, file, {
    rebuild: rebuildPeopleSearch,
    onProgress: progress.show,
  }).finally(() => progress.stop());
  print(`${countsTable(made.counts)}${file}: ${fileSize(made.size)}, schema ${made.version}.\n`);
}
