import { existsSync } from 'node:fs';
import { nameOf } from '../database/copy/snapshot.ts';
import type { ImportChange, ImportReport } from '../modules/people/index.ts';
import { UnreadableFile } from '../modules/people/index.ts';
import { defaultMissingLimit } from './missing-limit.ts';
import { print, printableLine, printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { withApp } from './with-app.ts';

export interface ImportOptions {
  dryRun?: boolean;
  map?: string[];
  encoding?: string;
  missing?: string;
  missingLimit?: number;
  samePerson?: string[];
  create?: boolean;
}

export async function importPeople(file: string, options: ImportOptions): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist.`);
  const { dryRun = false, encoding, map = [], samePerson = [], create = false } = options;
  const departMissing = missingOption(options);
  const report = await withApp(
    ({ services, config }) => {
      print(`Database: ${nameOf(config.databaseUrl)}\n`);
      return services.people.import(file, {
        dryRun,
        departMissing,
        encoding,
        map,
        samePerson,
        onChange: dryRun ? printChange : undefined,
      });
    },
    { create },
  ).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new UsageError(printableLine(error.message)) : error;
  });
  printProblems(file, report);
  print(summary(report, dryRun));
  if (report.refused > 0 || report.tooManyMissing) process.exitCode = 1;
}

function missingOption({ missing, missingLimit }: ImportOptions): { limit: number } | undefined {
  if (missing !== undefined) return { limit: missingLimit ?? defaultMissingLimit };
  if (missingLimit !== undefined) throw new UsageError('--missing-limit needs --missing departed.');
  return undefined;
}

function printChange({ handle, change, fields }: ImportChange): void {
  print(`${change} ${handle}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}\n`);
}

function printProblems(file: string, { notices, problems }: ImportReport): void {
  const name = printableLine(file);
  for (const notice of notices) printError(`${name}: ${printableLine(notice)}\n`);
  for (const { line, reason, leftOut } of problems)
    printError(`${name}:${line}: ${leftOut ? 'skipped: ' : ''}${printableLine(reason)}\n`);
}

function summary(report: ImportReport, dryRun: boolean): string {
  const { rows, added, updated, unchanged, refused, missing, departed, problems } = report;
  const would = dryRun ? 'Nothing was written. Result of a real import: ' : '';
  const warnings = problems.length - refused;
  const counts = [
    `${rows} rows`,
    `${added} added`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    `${refused} skipped`,
    ...(warnings > 0 ? [`${warnings} imported in part`] : []),
  ];
  const gone = departed > 0 ? `, ${departed} of them ${dryRun ? 'to be marked' : 'marked'} as departed` : '';
  const absent = missing > 0 ? `${missing} people of the directory are not in the file${gone}.\n` : '';
  return `${would}${counts.join(', ')}.\n${absent}`;
}
