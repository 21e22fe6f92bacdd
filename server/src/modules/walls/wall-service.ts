import type { Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Topic } from '../../events/topic.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { assertNone, denialOfReading, type PageWrite, type SubjectService } from '../subjects/index.ts';
import { parseWallKey, type Wall, wallKey, type WallOwner } from './wall.ts';
import * as store from './wall-store.ts';

/** Who walls belong to. */
export interface WallPeople {
  resolveHandles(
    handles: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: RowId; readonly handle: string }>>;
  byIds(ids: readonly RowId[]): Promise<ReadonlyMap<string, { readonly handle: string }>>;
  handleOf(executor: Executor, id: RowId): Promise<string>;
}

/** The walls there are. */
export class WallService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #subjects: SubjectService;
  readonly #people: WallPeople;

  constructor(parts: { database: DatabaseConnection; clock: Clock; subjects: SubjectService; people: WallPeople }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#subjects = parts.subjects;
    this.#people = parts.people;
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
    if (kind === 'person') return this.#personWall(name);
    if (kind === 'company') return this.#withRow({ kind, key: wallKey(kind, ''), owner: '' });
    const owner = (await this.#subjects.page(this.#database.db, name)).key;
    return this.#withRow({ kind, key: wallKey(kind, owner), owner });
  }

  /** Somebody's own wall. */
  async wallOf(viewer: Viewer, person: { readonly id: RowId; readonly handle: string }): Promise<Wall> {
    assertNone(denialOfReading(viewer));
    return this.#withRow({ kind: 'person', key: wallKey('person', person.handle), owner: person.id });
  }

  /** Walls by row id. For whoever may see the posts on them: asks no policy. */
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

  /** Puts the posts of one person's own wall on that of another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await store.movePersonWall(trx, fromId, intoId);
    return {};
  }

  async #personWall(handle: string): Promise<Wall | null> {
    const [person] = (await this.#people.resolveHandles([handle])).values();
    return person ? this.#withRow({ kind: 'person', key: wallKey('person', person.handle), owner: person.id }) : null;
  }

  async #withRow(wall: WallOwner & { readonly key: string }): Promise<Wall> {
    return { ...wall, rowId: await store.findWallId(this.#database.db, wall) };
  }
}
