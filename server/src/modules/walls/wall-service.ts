import type { SignedInViewer, Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EventType } from '../../events/event.ts';
import type { Topic } from '../../events/topic.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Outbox } from '../../events/outbox.ts';
import { type Audience, broughtBack, isWider, putAway, restrictions } from '../../platform/audience.ts';
import { assertReadable, type Readable, readable } from '../../platform/readable.ts';
import {
  assertNone,
  type Denial,
  denialOfReading,
  type PageMove,
  type PageWithNewReaders,
  type PageWrite,
  type Place,
  type SubjectService,
} from '../subjects/index.ts';
import { ChannelService } from './channels/channel-service.ts';
import { moveChannels } from './channels/channel-store.ts';
import { parseWallKey, type Wall, wallKey, type WallKind } from './wall.ts';
import type { WallFollower } from './wall-follower.ts';
import type { WallOwner, WallOwners } from './wall-owners.ts';
import { denialOfPosting } from './wall-policy.ts';
import * as store from './wall-store.ts';

/** The walls there are. */
export class WallService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #subjects: SubjectService;
  readonly #outbox: Outbox;
  readonly #followers: readonly WallFollower[];
  readonly #owners: ReadonlyMap<WallKind, WallOwners>;
  readonly channels: ChannelService;
  /** Who reads walls of which nothing else is said. */
  readonly readers: Audience;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    outbox: Outbox;
    subjects: SubjectService;
    /** The modules that keep rows by wall. */
    followers: readonly WallFollower[];
    readers: Audience;
    /** By the kind of their walls, as the modules declare them. */
    owners: ReadonlyMap<WallKind, WallOwners>;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#subjects = parts.subjects;
    this.#outbox = parts.outbox;
    this.#followers = parts.followers;
    this.#owners = parts.owners;
    this.readers = parts.readers;
    this.channels = new ChannelService({ ...parts, walls: this });
  }

  /**
   * The wall of a key; null where there is none, or none for the viewer. Makes no rows.
   *
   * @throws {Refusal} UNAUTHENTICATED, or INVALID for a page key that is not taken.
   */
  async wall(viewer: Viewer, key: string): Promise<Readable<Wall> | null> {
    assertNone(denialOfReading(viewer));
    const parts = parseWallKey(key);
    const owner = parts && (await this.#owners.get(parts.kind)?.find(viewer, parts.name));
    return owner ? this.#wallOf(viewer, parts.kind, owner) : null;
  }

  /** The row of the wall that somebody has; null where nothing is posted there yet. Asks no policy. */
  async rowIdOf(executor: Executor, kind: WallKind, owner: string): Promise<RowId | null> {
    return (await store.findWall(executor, kind, owner))?.id ?? null;
  }

  /** Walls by row id. Asks no policy: some may not be readable. */
  async byRowIds(ids: readonly RowId[]): Promise<Map<RowId, Wall>> {
    const rows = await store.findWalls(this.#database.db, ids);
    const names = await this.#namesOf(this.#database.db, rows);
    return new Map(rows.map((row) => [row.id, toWall(row, names.get(row.id)!)]));
  }

  /** Where walls are, by the ids of their rows. Asks no policy. */
  async placesOf(executor: Executor, ids: readonly RowId[]): Promise<Map<RowId, Place>> {
    const places = new Map<RowId, Place>();
    for (const [kind, rows] of Map.groupBy(await store.findWalls(executor, ids), (row) => row.kind)) {
      const found = await this.#owners.get(kind)!.places(
        executor,
        rows.map(({ owner }) => owner),
      );
      for (const { id, owner } of rows) if (found.has(owner)) places.set(id, found.get(owner)!);
    }
    return places;
  }

  /** The global id of a wall with a row. */
  async topic(executor: Executor, rowId: RowId): Promise<GlobalId> {
    const [row] = await store.findWalls(executor, [rowId]);
    const names = await this.#namesOf(executor, [row!]);
    return toGlobalId('Wall', wallKey(row!.kind, names.get(rowId)!));
  }

  async denialOfPosting(viewer: Viewer, wall: Wall): Promise<Denial> {
    return denialOfPosting(viewer, wall, await viewer.readership.isIn(wall.posters));
  }

  /**
   * The row of a wall for a post, made where there is none; a page gets its own row too.
   *
   * @throws {Refusal} where the viewer may not post there, as it is now.
   */
  async storedWall(trx: Executor, wall: Wall, write: PageWrite): Promise<Wall & { rowId: RowId }> {
    const stored = await this.#stored(trx, wall, write);
    assertNone(await this.denialOfPosting(write.viewer, stored));
    return stored;
  }

  /**
   * A wall to write at. Nobody else does until the transaction ends.
   *
   * @throws {Refusal} where the viewer may not read it any more.
   */
  async locked(trx: Executor, viewer: SignedInViewer, wall: Wall): Promise<Readable<Wall & { rowId: RowId }>> {
    return assertReadable(viewer, await this.#stored(trx, wall, { viewer }));
  }

  /** Tells the readers of a wall what happened to it. */
  async publish(trx: Executor, type: EventType, wall: Wall & { rowId: RowId }, viewer: SignedInViewer): Promise<void> {
    const topic = await this.topic(trx, wall.rowId);
    const audiences = restrictions(wall);
    await this.#outbox.record(trx, { type, topics: [topic], subject: topic, people: [viewer.id], audiences });
  }

  async #stored(trx: Executor, wall: Wall, write: PageWrite): Promise<Wall & { rowId: RowId }> {
    const { kind } = wall;
    // Locked, so that the wall does not move with its page before the post stands there.
    if (kind === 'page') await this.#subjects.lock(trx, toGlobalId('Page', wall.owner), write);
    const page = kind === 'page' ? await this.#subjects.page(wall.owner, trx) : null;
    const owner = page ? page.key : wall.owner;
    await store.ensureWall(trx, { ...wall, owner }, this.#clock.now());
    // Locked, so that its readers do not change before the post has those that it has now.
    const row = await store.lockWall(trx, kind, owner);
    const stored = { ...wall, ...row, rowId: row.id };
    if (!page) return stored;
    const { audience, ownAudience, writers } = page;
    return { ...stored, audience, ownAudience, posters: writers, writers };
  }

  /** Makes the row of a wall whose readers are not those of all. */
  async open(trx: Executor, wall: Omit<store.WallRow, 'id'>): Promise<void> {
    await store.ensureWall(trx, wall, this.#clock.now());
  }

  /**
   * Lets a wall have other readers and writers, and what is posted there with it.
   *
   * @param options.opensFormerPosts - Whether posts that get more readers by it do so; otherwise they keep those that they have.
   */
  async setAudiences(
    trx: Executor,
    wall: Omit<store.WallRow, 'id'>,
    { opensFormerPosts }: { opensFormerPosts: boolean },
  ): Promise<void> {
    const former = await store.lockWall(trx, wall.kind, wall.owner);
    await store.setAudiences(trx, former.id, wall);
    const { audience, writers } = wall;
    const movesPosts = opensFormerPosts || !isWider(former.audience, audience);
    // Some may have kept fewer readers when the wall got more.
    const from = opensFormerPosts ? null : former.audience;
    const change = { from, to: movesPosts ? audience : former.audience, own: null, writers };
    for (const follower of this.#followers) await follower.readersChanged(trx, former.id, change);
    if (former.audience !== audience || opensFormerPosts) await this.#publishReaders(trx, former);
  }

  /** Gives what is posted at pages the readers that each has from now on. */
  async pageReadersChanged(trx: Executor, pages: readonly PageWithNewReaders[]): Promise<void> {
    const readersOf = new Map(pages.map(({ key, readers }) => [key, readers]));
    for (const wall of await store.lockWalls(trx, 'page', [...readersOf.keys()])) {
      const { audience, ownAudience: own, writers } = readersOf.get(wall.owner)!;
      await store.setAudiences(trx, wall.id, { audience, posters: writers, writers });
      for (const follower of this.#followers)
        await follower.readersChanged(trx, wall.id, { from: null, to: audience, own, writers });
    }
  }

  /** Takes a wall away from its readers with all that is posted there, or gives it back to them. */
  async setAway(trx: Executor, { kind, owner }: Pick<store.WallRow, 'kind' | 'owner'>, isAway: boolean): Promise<void> {
    const wall = await store.lockWall(trx, kind, owner);
    await store.setAudiences(trx, wall.id, {
      ...wall,
      audience: isAway ? putAway(wall.audience) : broughtBack(wall.audience),
    });
    for (const follower of this.#followers) await follower.wallAway(trx, wall.id, isAway);
    await this.#publishReaders(trx, wall);
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
    await this.#move(trx, 'page', from.key, to.key);
  }

  /** Moves the wall of a person who is merged into another person. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await this.#move(trx, 'person', fromId, intoId);
    return {};
  }

  /** Gives a wall to another owner. If that one has a wall, all that is on the first moves to it. */
  async #move(trx: Executor, kind: WallKind, from: string, to: string): Promise<void> {
    const wall = await store.findWall(trx, kind, from);
    if (!wall) return;
    const into = await store.findWall(trx, kind, to);
    if (!into) return store.setOwner(trx, wall.id, to);
    for (const follower of this.#followers) await follower.wallMerged(trx, { fromId: wall.id, intoId: into.id });
    await moveChannels(trx, wall.id, into.id);
    await store.deleteWall(trx, wall.id);
  }

  /** Streams that follow the wall are authorized again. */
  async #publishReaders(trx: Executor, { id }: store.WallRow): Promise<void> {
    const topic = await this.topic(trx, id);
    await this.#outbox.record(trx, { type: 'ReadersChanged', topics: [topic], subject: topic, people: [] });
  }

  async #wallOf(viewer: Viewer, kind: WallKind, { owner, name, audiences }: WallOwner): Promise<Readable<Wall> | null> {
    const row = await store.findWall(this.#database.db, kind, owner);
    // A page's wall has the readers of the page, whatever its row says.
    const readers = kind === 'page' || !row ? audiences : row;
    if (!readers) return null;
    const { audience, ownAudience = null, posters, writers } = { ownAudience: null, ...readers };
    const key = wallKey(kind, name);
    return readable(viewer, {
      kind,
      key,
      owner,
      rowId: row?.id ?? null,
      audience,
      ownAudience,
      posters,
      writers,
    });
  }

  /** The names of walls in their keys, by row id. */
  async #namesOf(executor: Executor, rows: readonly store.WallRow[]): Promise<Map<RowId, string>> {
    const byKind = Map.groupBy(rows, ({ kind }) => kind);
    const named = [...byKind].map(async ([kind, walls]) => {
      const names = await this.#owners.get(kind)!.names(
        executor,
        walls.map(({ owner }) => owner),
      );
      return walls.map(({ id, owner }): [RowId, string] => [id, names.get(owner)!]);
    });
    return new Map((await Promise.all(named)).flat());
  }
}

function toWall({ id, kind, owner, audience, posters, writers }: store.WallRow, name: string): Wall {
  return { kind, key: wallKey(kind, name), owner, rowId: id, audience, ownAudience: null, posters, writers };
}
