import DataLoader from 'dataloader';
import {
  type Connection,
  type ConnectionArgs,
  maxPageSize,
  pageRequest,
  toConnection,
} from '../../platform/connection.ts';
import { type Readable, readable } from '../../platform/readable.ts';
import type { Viewer } from '../../platform/viewer.ts';
import { readInParts } from '../../graphql/read-in-parts.ts';
import type { RequestBudget } from '../../graphql/request-budget.ts';
import type { FormerVersion } from './authored.ts';
import type { StoredSubject, SubjectKind } from './subject.ts';
import type { Place } from './subject-source.ts';
import type { SubjectService } from './subject-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Batches the reads of subjects and former versions in one request. */
export class SubjectLoaders {
  readonly #subjects: SubjectService;
  readonly #viewer: Viewer;
  readonly #budget: RequestBudget;
  readonly #byKind = new Map<SubjectKind, DataLoader<RowId, Readable<StoredSubject> | null>>();
  readonly #versionCounts: DataLoader<RowId, number>;
  readonly #places: DataLoader<StoredSubject, Place | null, RowId>;
  /** A loader for each page that is asked for. */
  readonly #versions = new Map<string, DataLoader<RowId, FormerVersion[]>>();

  constructor(subjects: SubjectService, viewer: Viewer, budget: RequestBudget) {
    this.#subjects = subjects;
    this.#viewer = viewer;
    this.#budget = budget;
    this.#places = new DataLoader(
      async (asked) => {
        const places = await subjects.places.of(asked);
        return asked.map(({ rowId }) => places.get(rowId) ?? null);
      },
      { cacheKeyFn: ({ rowId }) => rowId },
    );
    this.#versionCounts = new DataLoader(async (rowIds) => {
      const counts = await subjects.countVersions(rowIds);
      return rowIds.map((rowId) => counts.get(rowId) ?? 0);
    });
  }

  /** Null for what is not there, or not for the viewer. */
  load(kind: SubjectKind, rowId: RowId): Promise<Readable<StoredSubject> | null> {
    let loader = this.#byKind.get(kind);
    if (!loader) this.#byKind.set(kind, (loader = this.#loaderOf(kind)));
    return loader.load(rowId);
  }

  /** Where something that the viewer may read stands; null where that is not known. */
  place(subject: Readable<StoredSubject>): Promise<Place | null> {
    return this.#places.load(subject);
  }

  /** Several, those that are there. */
  async loadMany(kind: SubjectKind, rowIds: readonly RowId[]): Promise<Readable<StoredSubject>[]> {
    const found = await Promise.all(rowIds.map((rowId) => this.load(kind, rowId)));
    return found.filter((subject) => subject !== null);
  }

  #loaderOf(kind: SubjectKind): DataLoader<RowId, Readable<StoredSubject> | null> {
    return new DataLoader((rowIds) =>
      readInParts(rowIds, 1, this.#budget, async (part) => {
        const found = await this.#subjects.byRowIds(kind, part);
        return Promise.all(part.map(async (rowId) => readable(this.#viewer, found.get(rowId))));
      }),
    );
  }

  /** The former versions of a text, the newest first. Checks no policy: see `canSeeVersions`. */
  async versions(rowId: RowId, args: ConnectionArgs): Promise<Connection<FormerVersion>> {
    const page = pageRequest(args, ['string']);
    const key = JSON.stringify([args.first, args.after, args.last, args.before]);
    let loader = this.#versions.get(key);
    if (!loader) {
      loader = new DataLoader((rowIds) =>
        readInParts(rowIds, Math.min(page.limit, maxPageSize), this.#budget, async (part) => {
          const found = await this.#subjects.versions(part, page);
          return part.map((id) => found.get(id)!);
        }),
      );
      this.#versions.set(key, loader);
    }
    return toConnection(
      await loader.load(rowId),
      page,
      ({ id }) => [id],
      () => this.#versionCounts.load(rowId),
    );
  }
}

/** The empty list, if there are no former versions or the viewer may not see them. */
export function noVersions(args: ConnectionArgs): Connection<FormerVersion> {
  return toConnection<FormerVersion>([], pageRequest(args, ['string']), ({ id }) => [id], 0);
}
