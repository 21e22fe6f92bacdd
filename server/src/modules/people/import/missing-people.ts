import type { Executor } from '../../../database/connect.ts';
import { findBy } from '../people-store.ts';
import type { PeopleWriter } from '../people-writer.ts';
import { readActive } from './directory-store.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import type { RowId } from '../../../platform/ids.ts';

/** How many people are written in one transaction. */
const BATCH = 500;

/** People who are in the directory but not in the file. */
export class MissingPeople {
  readonly #db: Executor;
  readonly #writer: PeopleWriter;
  readonly #options: ImportOptions;
  readonly #present = new Set<string>();

  constructor(db: Executor, writer: PeopleWriter, options: ImportOptions) {
    this.#db = db;
    this.#writer = writer;
    this.#options = options;
  }

  /** Records that people have a row in the file, even a skipped one. */
  spare(ids: readonly RowId[]): void {
    for (const id of ids) this.#present.add(id);
  }

  /** Counts missing people, and marks them as departed if that is requested and the file seems complete. */
  async settle(): Promise<Pick<ImportReport, 'missing' | 'departed' | 'tooManyMissing' | 'notices'>> {
    const active = await readActive(this.#db);
    const missing = active.filter(({ id }) => !this.#present.has(id));
    const counted = { missing: missing.length, departed: 0, tooManyMissing: false, notices: [] as string[] };
    const { departMissing, dryRun } = this.#options;
    if (!departMissing || missing.length === 0) return counted;
    const share = (100 * missing.length) / active.length;
    if (share > departMissing.limit) {
      counted.notices.push(
        `${missing.length} of ${active.length} people are not in the file, ${share.toFixed(1)} %. That is more than ${departMissing.limit} %, so none were marked as departed. If the file is complete, raise --missing-limit.`,
      );
      return { ...counted, tooManyMissing: true };
    }
    const leavers = missing.filter(({ role }) => role !== 'ADMIN');
    const administrators = missing.filter(({ role }) => role === 'ADMIN').map(({ handle }) => handle);
    if (administrators.length > 0) {
      counted.notices.push(
        `Administrators without a row are not marked as departed, so that they are not locked out: ${administrators.join(', ')}. Give them a row with the status departed.`,
      );
    }
    if (!dryRun) await this.#depart(leavers.map(({ id }) => id));
    return { ...counted, departed: leavers.length };
  }

  async #depart(ids: readonly RowId[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const people = await findBy(this.#db, 'id', ids.slice(from, from + BATCH));
      const changed = [...people.values()].map(({ id, managerId: _, ...details }) => ({ id, details: { ...details, status: 'DEPARTED' as const } })); // prettier-ignore
      await this.#writer.write('command line', { changed });
    }
  }
}
