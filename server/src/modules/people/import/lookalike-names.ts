import type { Executor } from '../../../database/connect.ts';
import { lookalikeKey } from '../person-name.ts';
import { findByNames } from './directory-store.ts';
import type { ImportProblem } from './report.ts';

/** Names of an import that can be taken for that of a colleague, though they are written with other letters. */
export class LookalikeNames {
  readonly #db: Executor;
  readonly #suspects: { line: number; id: string; name: string; key: string }[] = [];

  constructor(db: Executor) {
    this.#db = db;
  }

  note(line: number, id: string, name: string): void {
    const key = lookalikeKey(name);
    if (key !== null) this.#suspects.push({ line, id, name, key });
  }

  async problems(): Promise<ImportProblem[]> {
    if (this.#suspects.length === 0) return [];
    const colleagues = await findByNames(this.#db, [...new Set(this.#suspects.map(({ key }) => key))]);
    return this.#suspects.flatMap(({ line, id, name, key }) => {
      const colleague = colleagues.find((other) => other.key === key && other.id !== id);
      if (!colleague) return [];
      const reason = `The name “${name}” is written with other letters than that of ${colleague.name} (${colleague.handle}), and looks the same.`;
      return { line, reason, leftOut: false };
    });
  }
}
