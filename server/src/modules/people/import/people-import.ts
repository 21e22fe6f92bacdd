import type { Readable } from 'node:stream';
import type { AuditLog } from '../../../audit/audit-log.ts';
import type { Executor } from '../../../database/connect.ts';
import type { PeopleWriter } from '../people-writer.ts';
import { readColumnMap } from './columns.ts';
import { type ImportRow, readRows } from './csv-rows.ts';
import { encodingNotices, headNotices } from './file-notices.ts';
import { ImportBatches } from './import-batches.ts';
import { PeopleFile } from './people-file.ts';
import type { ImportOptions, ImportReport } from './report.ts';

/** How many rows are written in one transaction. */
const BATCH = 500;

/**
 * Updates the directory from a CSV file. Valid rows are imported even if others are wrong; existing people are updated;
 * fields without a column in the file do not change.
 */
export class PeopleImport {
  readonly #batches: ImportBatches;
  readonly #audit: AuditLog;
  readonly #options: ImportOptions;

  constructor(db: Executor, writer: PeopleWriter, audit: AuditLog, options: ImportOptions) {
    this.#batches = new ImportBatches(db, writer, options);
    this.#audit = audit;
    this.#options = options;
  }

  /**
   * @param source - A path, or the bytes of a file.
   * @throws {UnreadableFile} if the file, or the rest of it, cannot be read.
   */
  async run(source: string | Readable): Promise<ImportReport> {
    const map = readColumnMap(this.#options.map ?? []);
    const file = await PeopleFile.from(source);
    const encoding = await file.encoding(this.#options.encoding);
    const notices = encodingNotices(encoding);
    const rows = readRows(file.text(encoding), map, (head) => notices.push(...headNotices(head)));
    let batch: ImportRow[] = [];
    for await (const row of rows) {
      if (batch.push(row) < BATCH) continue;
      await this.#batches.take(batch);
      batch = [];
    }
    await this.#batches.take(batch);
    const report = await this.#batches.finish();
    if (!this.#options.dryRun) await this.#record(report);
    return { ...report, notices: [...notices, ...report.notices] };
  }

  async #record({ rows, added, updated, refused, departed }: ImportReport): Promise<void> {
    const details = { rows, added, updated, refused, departed };
    await this.#audit.recordAlone({ actor: 'command line', action: 'importPeople', subject: null, details });
  }
}
