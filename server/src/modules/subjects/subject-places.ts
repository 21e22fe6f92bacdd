import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Page } from './page.ts';
import { placeOf } from './page-source.ts';
import type { StoredSubject } from './subject.ts';
import type { Place, SubjectSource } from './subject-source.ts';

/** Where subjects stand. Asks no policy: who asks may read them. */
export class SubjectPlaces {
  readonly #database: DatabaseConnection;
  readonly #sources: ReadonlyMap<string, SubjectSource>;
  readonly #page: (key: string, executor: Executor) => Promise<Page>;

  constructor(
    database: DatabaseConnection,
    sources: ReadonlyMap<string, SubjectSource>,
    page: (key: string, executor: Executor) => Promise<Page>,
  ) {
    this.#database = database;
    this.#sources = sources;
    this.#page = page;
  }

  /** By the ids of their rows; without those of which that is not known. */
  async of(
    subjects: readonly Pick<StoredSubject, 'kind' | 'rowId'>[],
    executor: Executor = this.#database.db,
  ): Promise<Map<RowId, Place>> {
    const places = new Map<RowId, Place>();
    for (const [kind, ofKind] of Map.groupBy(subjects, (subject) => subject.kind)) {
      const source = this.#sources.get(kind)!;
      const found = await source.subjectsByRowId(executor, [...new Set(ofKind.map(({ rowId }) => rowId))]);
      for (const [rowId, place] of await source.places(executor, found)) places.set(rowId, place);
    }
    return places;
  }

  /** Of pages, by their keys. */
  async ofPages(executor: Executor, keys: readonly string[]): Promise<Map<string, Place>> {
    const pages = await Promise.all(keys.map((key) => this.#page(key, executor)));
    return new Map(pages.map((page, index) => [keys[index]!, placeOf(page)]));
  }
}
