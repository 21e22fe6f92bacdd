import { existsSync } from 'node:fs';
import { nameOf } from '../database/copy/snapshot.ts';
import type { ImportChange, ImportReport } from '../modules/people/index.ts';
import { UnreadableFile } from '../modules/people/index.ts';
import { type Command, type OptionValue, UsageError, wordsOf } from './command.ts';
import { print, printableLine, printError } from './terminal.ts';
import { withApp } from './with-app.ts';

const defaultLimit = 10;

export const importPeople: Command = {
  name: 'import people',
  usage: 'FILE.csv [--dry-run] [--map "COLUMN=FIELD"]… [--missing departed]',
  summary: 'Brings the directory up to date with a CSV file.',
  details: `Whoever is in the directory already is updated: found by employee number, login name, handle or email. Columns that the
file does not have stay as they are. A cell that is wrong is left out and told by its line, a row only where it does not
say who it is about. The exit code is 1 where rows were left out. docs/importing-people.md has all names of columns.

--dry-run                tells what would change, and changes nothing
--map "COLUMN=FIELD"     what a column holds that is not known; FIELD may be ignore. May be given several times
--encoding NAME          of the file, where it is not UTF-8: windows-1252, macintosh, utf-16le … It is guessed otherwise
--missing departed       marks those as departed who are in the directory and not in the file
--missing-limit PERCENT  … unless they are more than this share of all, ${defaultLimit} by default
--same-person HANDLE     somebody whose name and mail both changed. May be given several times
--create                 makes the database where there is none yet`,
  options: {
    'dry-run': { type: 'boolean' },
    map: { type: 'string', multiple: true },
    encoding: { type: 'string' },
    missing: { type: 'string' },
    'missing-limit': { type: 'string' },
    'same-person': { type: 'string', multiple: true },
    create: { type: 'boolean' },
  },
  words: 1,
  async run([file], options) {
    if (!existsSync(file!)) throw new UsageError(`${file!} is not there.`);
    const dryRun = options['dry-run'] === true;
    const departMissing = missingOption(options);
    const report = await withApp(
      ({ services, config }) => {
        print(`Database: ${nameOf(config.databaseUrl)}\n`);
        return services.people.import(file!, {
          dryRun,
          departMissing,
          encoding: wordsOf(options['encoding'])[0],
          map: wordsOf(options['map']),
          samePerson: wordsOf(options['same-person']),
          onChange: dryRun ? tellChange : undefined,
        });
      },
      { create: options['create'] === true },
    ).catch((error: unknown) => {
      throw error instanceof UnreadableFile ? new UsageError(printableLine(error.message)) : error;
    });
    tellProblems(file!, report);
    print(summary(report, dryRun));
    if (report.refused > 0 || report.tooManyMissing) process.exitCode = 1;
  },
};

function missingOption(options: Record<string, OptionValue>): { limit: number } | undefined {
  const { missing, 'missing-limit': limit } = options;
  if (missing === undefined) {
    if (limit !== undefined) throw new UsageError('--missing-limit needs --missing departed.');
    return undefined;
  }
  if (missing !== 'departed') throw new UsageError(`--missing is "${String(missing)}": it takes departed.`);
  const percent = limit === undefined ? defaultLimit : Number(String(limit).replace(/\s*%$/, '').replace(',', '.') || NaN);
  if (!(percent >= 0 && percent <= 100))
    throw new UsageError(`--missing-limit is "${String(limit)}": it takes a percentage from 0 to 100.`);
  return { limit: percent };
} // prettier-ignore

function tellChange({ handle, change, fields }: ImportChange): void {
  print(`${change} ${handle}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}\n`);
}

function tellProblems(file: string, { notices, problems }: ImportReport): void {
  const name = printableLine(file);
  for (const notice of notices) printError(`${name}: ${printableLine(notice)}\n`);
  for (const { line, reason, leftOut } of problems)
    printError(`${name}:${line}: ${leftOut ? 'left out: ' : ''}${printableLine(reason)}\n`);
}

function summary(report: ImportReport, dryRun: boolean): string {
  const { rows, added, updated, unchanged, refused, missing, departed, problems } = report;
  const would = dryRun ? 'Nothing was written. It would be: ' : '';
  const warnings = problems.length - refused;
  const counts = [
    `${rows} rows`,
    `${added} added`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    `${refused} left out`,
    ...(warnings > 0 ? [`${warnings} taken in part`] : []),
  ];
  const gone = departed > 0 ? `, ${departed} of them ${dryRun ? 'to be marked' : 'marked'} as departed` : '';
  const absent = missing > 0 ? `${missing} people of the directory are not in the file${gone}.\n` : '';
  return `${would}${counts.join(', ')}.\n${absent}`;
}
