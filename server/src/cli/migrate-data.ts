import { copyDatabase } from '../database/copy/copy.ts';
import { nameOf } from '../database/copy/snapshot.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import { countsTable } from './counts-table.ts';
import { databaseUrl } from './database-url.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export interface MigrateDataOptions {
  from: string;
  to: string;
  replace?: boolean;
}

export async function migrateData(options: MigrateDataOptions): Promise<void> {
  const from = databaseUrl('from', options.from);
  const to = databaseUrl('to', options.to);
  const progress = new Progress('Rows');
  const counts = await copyDatabase({
    from,
    to,
    replace: options.replace === true,
    rebuild: rebuildPeopleSearch,
    onProgress: progress.show,
  }).finally(() => progress.stop());
  print(`${countsTable(counts)}${nameOf(to)} now has the same content as ${nameOf(from)}.\n`);
}
