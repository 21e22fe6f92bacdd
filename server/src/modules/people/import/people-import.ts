import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Executor } from '../../../database/connect.ts';
import { type ImportRow, readRows } from './csv-rows.ts';
import { BadRow, readDraft } from './person-draft.ts';
import { applyManagers } from './managers.ts';
import { type ImportMatch, ImportMatcher } from './matcher.ts';
import type { ImportOptions, ImportProblem, ImportReport } from './report.ts';
import { isTaken } from '../people-store.ts';
import type { PeopleWriter } from '../people-writer.ts';

/** How many rows are written in one transaction. */
const BATCH = 500;

/**
 * Brings the directory up to date with a CSV file. Rows that are right go in whatever is wrong with others; whoever is
 * in the directory already, by handle or email, is updated; columns that the file does not have stay as they are.
 */
export class PeopleImport {
  readonly #db: Executor;
  readonly #writer: PeopleWriter;
  readonly #options: ImportOptions;
  readonly #matcher: ImportMatcher;
  readonly #problems: ImportProblem[] = [];
  readonly #matches = new Map<string, ImportMatch>();
  #rows = 0;
  #refused = 0;

  constructor(db: Executor, writer: PeopleWriter, options: ImportOptions) {
    this.#db = db;
    this.#writer = writer;
    this.#options = options;
    this.#matcher = new ImportMatcher(db);
  }

  /**
   * @param source - A path, or the bytes of a file.
   * @throws {UnreadableFile} when nothing (more) of the file can be read.
   */
  async run(source: string | Readable): Promise<ImportReport> {
    let batch: ImportRow[] = [];
    for await (const row of readRows(typeof source === 'string' ? createReadStream(source) : source)) {
      if (batch.push(row) < BATCH) continue;
      await this.#take(batch);
      batch = [];
    }
    await this.#take(batch);
    await this.#takeManagers();
    return this.#report();
  }

  async #take(rows: readonly ImportRow[]): Promise<void> {
    const drafts = rows.flatMap((row) => {
      const draft = this.#unlessBad(row.line, () => readDraft(row));
      return draft ? [{ line: row.line, ...draft }] : [];
    });
    await this.#matcher.look(drafts);
    const matches: ImportMatch[] = [];
    for (const draft of drafts) {
      const match = await this.#unlessBadAsync(draft.line, () => this.#matcher.match(draft));
      if (match) matches.push(match);
    }
    if (!this.#options.dryRun) await this.#write(matches);
    for (const match of matches) this.#matches.set(match.id, match);
    this.#rows += rows.length;
    this.#options.onProgress?.(this.#rows);
  }

  async #write(matches: ImportMatch[]): Promise<void> {
    const added = matches
      .filter(({ change }) => change === 'added')
      .map(({ id, details }) => ({ id, details, managerId: null }));
    const changed = matches.filter(({ change }) => change === 'updated').map(({ id, details }) => ({ id, details }));
    if (added.length + changed.length === 0) return;
    try {
      await this.#writer.write({ added, changed });
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (matches.length > 1) {
        // One row takes what another is about to give up: each by itself then, to find out which.
        for (const match of matches.splice(0)) {
          const alone = [match];
          await this.#write(alone);
          matches.push(...alone);
        }
      } else {
        this.#refuse(matches.pop()!.line, 'Somebody else has this handle or email.');
      }
    }
  }

  /** Managers may stand below those they manage: they are linked when everybody is in. */
  async #takeManagers(): Promise<void> {
    const links = [...this.#matches.values()].filter(({ manager }) => manager !== undefined);
    if (links.length === 0) return;
    const { managers, problems } = await applyManagers(this.#db, this.#matcher, links);
    this.#problems.push(...problems);
    if (!this.#options.dryRun) {
      for (let from = 0; from < managers.length; from += BATCH) {
        await this.#writer.write({ managers: managers.slice(from, from + BATCH) });
      }
    }
    for (const { id } of managers) {
      const match = this.#matches.get(id)!;
      if (match.change === 'added') continue;
      match.change = 'updated';
      match.fields.push('manager');
    }
  }

  #report(): ImportReport {
    const report = { rows: this.#rows, added: 0, updated: 0, unchanged: 0, refused: this.#refused };
    for (const { line, change, fields, details } of this.#matches.values()) {
      report[change]++;
      if (change !== 'unchanged') this.#options.onChange?.({ line, handle: details.handle, change, fields });
    }
    return { ...report, problems: this.#problems.sort((a, b) => a.line - b.line) };
  }

  #unlessBad<T>(line: number, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.#refuse(line, error.message);
      return null;
    }
  }

  async #unlessBadAsync<T>(line: number, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      return this.#unlessBad(line, () => {
        throw error;
      });
    }
  }

  #refuse(line: number, reason: string): void {
    this.#refused++;
    this.#problems.push({ line, reason });
  }
}
