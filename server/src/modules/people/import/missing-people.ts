import type { Executor } from '../../../database/connect.ts';
import { findBy } from '../people-store.ts';
import type { PeopleWriter } from '../people-writer.ts';
import { readActive } from './directory-store.ts';
import type { ImportOptions, ImportReport } from './report.ts';

/** How many people are written in one transaction. */
const BATCH = 500;

/** Those whom the directory has and the file has not. */
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

  /** Says of people that a row is about them, even one that was left out. */
  spare(ids: readonly string[]): void {
    for (const id of ids) this.#present.add(id);
  }

  /** Counts them, and marks them as departed where that is asked for and no accident. */
  async settle(): Promise<Pick<ImportReport, 'missing' | 'departed' | 'tooManyMissing' | 'notices'>> {
    const active = await readActive(this.#db);
    const missing = active.filter(({ id }) => !this.#present.has(id));
    const counted = { missing: missing.length, departed: 0, tooManyMissing: false, notices: [] as string[] };
    const { departMissing, dryRun } = this.#options;
    if (!departMissing || missing.length === 0) return counted;
    const share = (100 * missing.length) / active.length;
    if (share > departMissing.limit) {
      counted.notices.push(
        `${missing.length} of ${active.length} people are not in the file, ${share.toFixed(1)} %: more than ${departMissing.limit} % are not marked as departed. If the file is whole, raise --missing-limit.`,
      );
      return { ...counted, tooManyMissing: true };
    }
    const leavers = missing.filter(({ role }) => role !== 'ADMIN');
    const administrators = missing.filter(({ role }) => role === 'ADMIN').map(({ handle }) => handle);
    if (administrators.length > 0) {
      counted.notices.push(
        `Administrators are not marked as departed for want of a row, so that nobody is locked out: ${administrators.join(', ')}. Give them a row that says departed.`,
      );
    }
    if (!dryRun) await this.#depart(leavers.map(({ id }) => id));
    return { ...counted, departed: leavers.length };
  }

  async #depart(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const people = await findBy(this.#db, 'id', ids.slice(from, from + BATCH));
      const changed = [...people.values()].map(({ id, managerId: _, ...details }) => ({ id, details: { ...details, status: 'DEPARTED' as const } })); // prettier-ignore
      await this.#writer.write({ changed });
    }
  }
}
