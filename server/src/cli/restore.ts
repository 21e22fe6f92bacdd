import { readConfig } from '../config.ts';
import { checkFile } from '../database/copy/check-copy.ts';
import { copyDatabase } from '../database/copy/copy.ts';
import { rebuildPeopleSearch } from '../modules/people/index.ts';
import { countsTable } from './counts-table.ts';
import { databaseUrl } from './database-url.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

export interface RestoreOptions {
  to?: string;
  replace?: boolean;
}

export async function restore(file: string, { to, replace }: RestoreOptions): Promise<void> {
  await checkFile(file);
  const progress = new Progress('Rows');
  const counts = await copyDatabase({
    from: `sqlite:${file}`,
    to: to === undefined ? readConfig(process.env).databaseUrl : databaseUrl('to', to),
    replace: replace === true,
    rebuild: rebuildPeopleSearch,
    onProgress: progress.show,
  }).finally(() => progress.stop());
  print(`${countsTable(counts)}Restored ${file}.\n`);
}
