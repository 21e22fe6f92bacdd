import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { Viewer } from '../../../platform/viewer.ts';
import type { Page } from '../page.ts';
import type { StoredSubject } from '../subject.ts';
import { assertNone, denialOfRuling } from '../subject-policy.ts';
import { parsePageRule } from './page-rule.ts';
import type { ListedRule, PageReaders } from './page-readers.ts';

/** The administration of who reads pages. The viewer is null for the command line. */
export class PageRuling {
  readonly #database: DatabaseConnection;
  readonly #readers: PageReaders;
  readonly #stored: (trx: Executor, key: string) => Promise<Page & StoredSubject>;

  /** @param stored - The page of a key, with a row. */
  constructor(
    database: DatabaseConnection,
    readers: PageReaders,
    stored: (trx: Executor, key: string) => Promise<Page & StoredSubject>,
  ) {
    this.#database = database;
    this.#readers = readers;
    this.#stored = stored;
  }

  /** All rules; none for who may not change them. */
  async rules(viewer: Viewer | null): Promise<ListedRule[]> {
    return viewer && denialOfRuling(viewer) ? [] : this.#readers.rules();
  }

  /** @throws {Refusal} UNAUTHENTICATED, FORBIDDEN, or INVALID with what to write. */
  async set(viewer: Viewer | null, rule: { pattern: string; readers: string }): Promise<ListedRule> {
    const written = parsePageRule(rule.pattern, rule.readers);
    await this.#readers.setRule(allowed(viewer), written);
    return { ...written, fromSettings: false };
  }

  /** @throws {Refusal} UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND. */
  async delete(viewer: Viewer | null, pattern: string): Promise<ListedRule> {
    return this.#readers.deleteRule(allowed(viewer), pattern);
  }

  /** Lets passes narrow a page no longer. @throws {Refusal} UNAUTHENTICATED, FORBIDDEN, or INVALID for a key that is not taken. */
  async open(viewer: Viewer | null, key: string): Promise<Page> {
    const by = allowed(viewer);
    return this.#database.transaction(async (trx) => {
      const page = await this.#stored(trx, key);
      await this.#readers.open(trx, by, page.key);
      return this.#stored(trx, page.key);
    });
  }
}

/** The id of who acts. */
function allowed(viewer: Viewer | null): RowId | null {
  if (viewer) assertNone(denialOfRuling(viewer));
  return viewer?.id ?? null;
}
