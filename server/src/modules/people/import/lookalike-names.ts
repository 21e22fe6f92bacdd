import type { Executor } from '../../../database/connect.ts';
import { lookalikeKey } from '../person-name.ts';
import { findByNames } from './directory-store.ts';
import type { ImportProblem } from './report.ts';
import type { RowId } from '../../../platform/ids.ts';

/** Imported names that look like a colleague's name, but are written with other letters. */
export class LookalikeNames {
  readonly #db: Executor;
  readonly #suspects: { line: number; id: RowId; name: string; key: string }[] = [];

  constructor(db: Executor) {
    this.#db = db;
  }

  note(line: number, id: RowId, name: string): void {
    const key = lookalikeKey(name);
    if (key !== null) this.#suspects.push({ line, id, name, key });
  }

  async problems(): Promise<ImportProblem[]> {
    if (this.#suspects.length === 0) return [];
    const colleagues = await findByNames(this.#db, [...new Set(this.#suspects.map(({ key }) => key))]);
    return this.#suspects.flatMap(({ line, id, name, key }) => {
      const colleague = colleagues.find((other) => other.key === key && other.id !== id);
      if (!colleague) return [];
      const reason = `The name “${name}” looks like that of ${colleague.name} (${colleague.handle}), but is written with other letters.`;
      return { line, reason, leftOut: false };
    });
  }
}
