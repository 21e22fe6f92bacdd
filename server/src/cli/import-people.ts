import { existsSync } from 'node:fs';
import type { ImportChange, ImportReport } from '../modules/people/index.ts';
import { UnreadableFile } from '../modules/people/index.ts';
import { type Command, UsageError } from './command.ts';
import { withApp } from './with-app.ts';

export const importPeople: Command = {
  name: 'import people',
  usage: 'FILE.csv [--dry-run]',
  summary: 'Brings the directory up to date with a CSV file.',
  details: `Whoever is in the directory already, by handle or email, is updated; columns that the file does not have stay as they
are. A row that is wrong is left out and told by its line.

Columns: handle, name (or first name and last name), email, phone, job title, department, location, manager, expertise,
languages, bio, avatar, status, role. Handle or email must be there. French names of columns are understood too.

--dry-run   tells what would change, and changes nothing`,
  options: { 'dry-run': { type: 'boolean' } },
  words: 1,
  async run([file], options) {
    if (!existsSync(file!)) throw new UsageError(`${file!} is not there.`);
    const dryRun = options['dry-run'] === true;
    const onChange = dryRun ? tellChange : undefined;
    const report = await withApp(({ services }) => services.people.import(file!, { dryRun, onChange })).catch(
      (error: unknown) => {
        throw error instanceof UnreadableFile ? new UsageError(error.message) : error;
      },
    );
    for (const { line, reason } of report.problems) process.stderr.write(`${file!}:${line}: ${reason}\n`);
    process.stdout.write(summary(report, dryRun));
    if (report.problems.length > 0) process.exitCode = 1;
  },
};

function tellChange({ handle, change, fields }: ImportChange): void {
  process.stdout.write(`${change} ${handle}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}\n`);
}

function summary({ rows, added, updated, unchanged, refused }: ImportReport, dryRun: boolean): string {
  const would = dryRun ? 'Nothing was written. It would be: ' : '';
  return `${would}${rows} rows, ${added} added, ${updated} updated, ${unchanged} unchanged, ${refused} left out.\n`;
}
