import type { Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Topic } from '../../events/topic.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { assertNone, denialOfReading, type PageMove, type PageWrite, type SubjectService } from '../subjects/index.ts';
import { parseWallKey, type Wall, wallKey, type WallOwner } from './wall.ts';
import * as store from './wall-store.ts';

/** What this module needs of people, the owners of walls. */
export interface WallPeople {
  findable(
    viewer: Viewer,
    handles: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: RowId; readonly handle: string }>>;
  byIds(ids: readonly RowId[]): Promise<ReadonlyMap<string, { readonly handle: string }>>;
  handleOf(executor: Executor, id: RowId): Promise<string>;
}

/** Two walls become one: all that is on the first moves to the second. */
export interface WallMerge {
  readonly fromId: RowId;
  readonly intoId: RowId;
}

/** A module whose rows are on walls, and move with them. */
export interface WallFollower {
  wallMerged(trx: Executor, merge: WallMerge): Promise<void>;
}

/** The walls there are. */
export class WallService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #subjects: SubjectService;
  readonly #people: WallPeople;
  readonly #followers: readonly WallFollower[];

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    subjects: SubjectService;
    people: WallPeople;
    /** The modules whose rows are on walls. */
    followers: readonly WallFollower[];
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#subjects = parts.subjects;
    this.#people = parts.people;
    this.#followers = parts.followers;
  }

  /**
   * The wall of a key; null where there is none. Makes no rows.
   *
   * @throws {Refusal} UNAUTHENTICATED, or INVALID for a page key that is not taken.
   */
  async wall(viewer: Viewer, key: string): Promise<Wall | null> {
    assertNone(denialOfReading(viewer));
    const parts = parseWallKey(key);
    if (!parts) return null;
    const { kind, name } = parts;
    if (kind === 'person') return this.#personWall(viewer, name);
    if (kind === 'company') return this.#withRow({ kind, key: wallKey(kind, ''), owner: '' });
    const owner = (await this.#subjects.page(this.#database.db, name)).key;
    return this.#withRow({ kind, key: wallKey(kind, owner), owner });
  }

  /** The wall of a person. */
  async wallOf(viewer: Viewer, person: { readonly id: RowId; readonly handle: string }): Promise<Wall> {
    assertNone(denialOfReading(viewer));
    return this.#withRow({ kind: 'person', key: wallKey('person', person.handle), owner: person.id });
  }

  /** Walls by row id. Checks no policy: the viewer must be allowed to see the posts on them. */
  async byRowIds(ids: readonly RowId[]): Promise<Map<RowId, Wall>> {
    const rows = await store.findWalls(this.#database.db, ids);
    const owners = rows.flatMap((row) => (row.kind === 'person' ? row.owner : []));
    const people = owners.length > 0 ? await this.#people.byIds(owners) : new Map();
    return new Map(
      rows.map(({ id, ...wall }) => {
        const name = wall.kind === 'person' ? people.get(wall.owner)!.handle : wall.owner;
        return [id, { ...wall, key: wallKey(wall.kind, name), rowId: id }];
      }),
    );
  }

  /** The global id of a wall with a row. */
  async topic(executor: Executor, rowId: RowId): Promise<GlobalId> {
    const [row] = await store.findWalls(executor, [rowId]);
    const name = row!.kind === 'person' ? await this.#people.handleOf(executor, row!.owner) : row!.owner;
    return toGlobalId('Wall', wallKey(row!.kind, name));
  }

  /** The row of a wall for a post, made where there is none; a page gets its own row too. */
  async storedWall(trx: Executor, wall: Wall, write?: PageWrite): Promise<RowId> {
    if (wall.kind !== 'page') return store.ensureWall(trx, wall, this.#clock.now());
    // Locks the page, so that the wall does not move with it before the post is stored.
    await this.#subjects.lock(trx, toGlobalId('Page', wall.owner), write);
    const { key } = await this.#subjects.page(trx, wall.owner);
    return store.ensureWall(trx, { kind: 'page', owner: key }, this.#clock.now());
  }

  /** The walls that a viewer may follow. */
  async topics(viewer: Viewer, keys: readonly string[]): Promise<Topic[]> {
    const found = await Promise.all(
      keys.map(async (key): Promise<Topic[]> => {
        const wall = await this.wall(viewer, key).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
        return wall ? [[toGlobalId('Wall', key), toGlobalId('Wall', wall.key)]] : [];
      }),
    );
    return found.flat();
  }

  /** Moves the wall of a page to the new key of the page. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    await this.#move(trx, { kind: 'page', owner: from.key }, { kind: 'page', owner: to.key });
  }

  /** Moves the wall of a person who is merged into another person. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await this.#move(trx, { kind: 'person', owner: fromId }, { kind: 'person', owner: intoId });
    return {};
  }

  /** Gives a wall to another owner. If that one has a wall, all that is on the first moves to it. */
  async #move(trx: Executor, from: WallOwner, to: WallOwner): Promise<void> {
    const fromId = await store.findWallId(trx, from);
    if (!fromId) return;
    const intoId = await store.findWallId(trx, to);
    if (!intoId) return store.setOwner(trx, fromId, to.owner);
    for (const follower of this.#followers) await follower.wallMerged(trx, { fromId, intoId });
    await store.deleteWall(trx, fromId);
  }

  async #personWall(viewer: Viewer, handle: string): Promise<Wall | null> {
    const [person] = (await this.#people.findable(viewer, [handle])).values();
    return person ? this.#withRow({ kind: 'person', key: wallKey('person', person.handle), owner: person.id }) : null;
  }

  async #withRow(wall: WallOwner & { readonly key: string }): Promise<Wall> {
    return { ...wall, rowId: await store.findWallId(this.#database.db, wall) };
  }
}
