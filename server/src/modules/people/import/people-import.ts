import type { Readable } from 'node:stream';
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
 * Brings the directory up to date with a CSV file. Rows that are right go in whatever is wrong with others; whoever is
 * in the directory already is updated; columns that the file does not have stay as they are.
 */
export class PeopleImport {
  readonly #batches: ImportBatches;
  readonly #options: ImportOptions;

  constructor(db: Executor, writer: PeopleWriter, options: ImportOptions) {
    this.#batches = new ImportBatches(db, writer, options);
    this.#options = options;
  }

  /**
   * @param source - A path, or the bytes of a file.
   * @throws {UnreadableFile} when nothing (more) of the file can be read.
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
    return { ...report, notices: [...notices, ...report.notices] };
  }
}
