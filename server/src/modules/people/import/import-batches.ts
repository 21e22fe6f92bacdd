import type { Executor } from '../../../database/connect.ts';
import { LastAdministrator } from '../last-administrator.ts';
import { isTaken } from '../people-store.ts';
import type { PeopleWriter } from '../people-writer.ts';
import type { ImportRow } from './csv-rows.ts';
import { LookalikeNames } from './lookalike-names.ts';
import { ManagerReferences } from './manager-references.ts';
import { applyManagers } from './managers.ts';
import { type DraftOnLine, type ImportMatch, ImportMatcher } from './matcher.ts';
import { MissingPeople } from './missing-people.ts';
import { BadRow, type KeysOfRow, keysOf, readDraft } from './person-draft.ts';
import type { ImportOptions, ImportProblem, ImportReport } from './report.ts';
import { withLoginChanges } from './login-changes.ts';

/** How many managers are written in one transaction. */
const LINKS = 500;

/** What is remembered of an imported row. */
type Taken = Pick<ImportMatch, 'line' | 'id' | 'change' | 'fields' | 'manager'> & { handle: string };

/** Imports the rows of a file in batches, and counts the results. */
export class ImportBatches {
  readonly #db: Executor;
  readonly #writer: PeopleWriter;
  readonly #options: ImportOptions;
  readonly #matcher: ImportMatcher;
  readonly #references: ManagerReferences;
  readonly #lookalikes: LookalikeNames;
  readonly #missing: MissingPeople;
  readonly #problems: ImportProblem[] = [];
  readonly #taken = new Map<string, Taken>();
  #rows = 0;
  #refused = 0;

  constructor(db: Executor, writer: PeopleWriter, options: ImportOptions) {
    this.#db = db;
    this.#writer = writer;
    this.#options = options;
    this.#matcher = new ImportMatcher(db, options.samePerson);
    this.#references = new ManagerReferences(db, this.#matcher.known);
    this.#lookalikes = new LookalikeNames(db);
    this.#missing = new MissingPeople(db, writer, options);
  }

  async take(rows: readonly ImportRow[]): Promise<void> {
    const drafts: DraftOnLine[] = [];
    const leftOut: KeysOfRow[] = [];
    for (const row of rows) {
      const draft = await this.#unlessBad(row.line, () => readDraft(row));
      if (draft) drafts.push({ line: row.line, ...draft });
      else leftOut.push(keysOf(row));
    }
    await this.#matcher.look([...drafts, ...leftOut]);
    const matches: ImportMatch[] = [];
    for (const draft of drafts) {
      const match = await this.#unlessBad(draft.line, () => this.#matcher.match(draft));
      if (match) matches.push(match);
      else leftOut.push(draft);
    }
    // The person of a skipped row does not count as missing from the file.
    for (const keys of leftOut) this.#missing.spare(this.#matcher.idsNear(keys));
    await withLoginChanges(this.#db, matches);
    if (!this.#options.dryRun) await this.#write(matches);
    for (const match of matches) this.#note(match);
    this.#rows += rows.length;
    this.#options.onProgress?.(this.#rows);
  }

  /** The steps that need all rows: managers, who may come after the people they manage, and missing people. */
  async finish(): Promise<ImportReport> {
    await this.#takeManagers();
    this.#problems.push(...(await this.#lookalikes.problems()));
    const report = { rows: this.#rows, added: 0, updated: 0, unchanged: 0, refused: this.#refused };
    for (const { line, change, fields, handle } of this.#taken.values()) {
      report[change]++;
      if (change !== 'unchanged') this.#options.onChange?.({ line, handle, change, fields });
    }
    const missing = await this.#missing.settle();
    return { ...report, ...missing, problems: this.#problems.sort((a, b) => a.line - b.line) };
  }

  #note({ line, id, change, fields, manager, details, distinguishedName, warnings }: ImportMatch): void {
    this.#taken.set(id, { line, id, change, fields, manager, handle: details.handle });
    this.#missing.spare([id]);
    for (const reason of warnings) this.#problems.push({ line, reason, leftOut: false });
    if (distinguishedName) this.#references.note(distinguishedName, id);
    this.#lookalikes.note(line, id, details.name);
  }

  async #write(matches: ImportMatch[]): Promise<void> {
    const released = matches
      .flatMap((match) => match.released)
      .map(({ managerId: _, id, ...details }) => ({ id, details }));
    const written = matches.map(({ id, details, loginNames, change }) => ({
      id,
      details,
      change,
      managerId: null,
      ...(loginNames && { logins: { source: 'IMPORT' as const, names: loginNames } }),
    }));
    const added = written.filter(({ change }) => change === 'added');
    const changed = written.filter(({ change }) => change === 'updated');
    if (added.length + changed.length === 0) return;
    try {
      // A key must be released before another row can take it.
      if (released.length > 0) await this.#writer.write('command line', { changed: released });
      await this.#writer.write('command line', { added, changed });
    } catch (error) {
      const reason = reasonToRefuse(error);
      if (!reason) throw error;
      if (matches.length > 1) {
        // One row takes a key that another is about to release, for example: write each row alone, to find out which.
        for (const match of matches.splice(0)) {
          const alone = [match];
          await this.#write(alone);
          matches.push(...alone);
        }
      } else {
        this.#refuse(matches.pop()!.line, reason);
      }
    }
  }

  async #takeManagers(): Promise<void> {
    const named = [...this.#taken.values()].flatMap(({ manager, ...row }) =>
      manager === undefined ? [] : { ...row, manager },
    );
    if (named.length === 0) return;
    const { managers, problems } = await applyManagers(this.#db, this.#references, named);
    this.#problems.push(...problems);
    if (!this.#options.dryRun) {
      for (let from = 0; from < managers.length; from += LINKS) {
        await this.#writer.write('command line', { managers: managers.slice(from, from + LINKS) });
      }
    }
    for (const { id } of managers) {
      const match = this.#taken.get(id)!;
      if (match.change === 'added') continue;
      match.change = 'updated';
      match.fields.push('manager');
    }
  }

  async #unlessBad<T>(line: number, work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.#refuse(line, error.message);
      return null;
    }
  }

  #refuse(line: number, reason: string): void {
    this.#refused++;
    this.#problems.push({ line, reason, leftOut: true });
  }
}

/** Why a row cannot be written, if it is the row's fault: the directory has changed since it was matched. */
function reasonToRefuse(error: unknown): string | undefined {
  if (isTaken(error)) return 'Another person has this handle, login name, email or employee number.';
  return error instanceof LastAdministrator ? error.message : undefined;
}
