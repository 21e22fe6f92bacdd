import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Idempotency } from '../../../database/idempotency.ts';
import type { Clock } from '../../../platform/clock.ts';
import { newId, type RowId } from '../../../platform/ids.ts';
import { assertReadable, isModerator, type Readable } from '../../../platform/readable.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../../platform/viewer.ts';
import { assertNone } from '../../subjects/index.ts';
import type { Wall } from '../wall.ts';
import { denialOfDividing } from '../wall-policy.ts';
import { type Channel, longestChannelName, mostChannels } from './channel.ts';
import * as store from './channel-store.ts';

/** What is to change; the rest stays. */
export interface ChannelChanges {
  name?: string | null;
  position?: number | null;
  archived?: boolean | null;
}

type StoredWall = Readable<Wall & { rowId: RowId }>;

/** The walls that there are. */
export interface ChannelWalls {
  wall(viewer: Viewer, key: string): Promise<Readable<Wall> | null>;
  /** One to write at. */
  locked(trx: Executor, viewer: SignedInViewer, wall: Wall): Promise<StoredWall>;
  publish(trx: Executor, type: 'ChannelsChanged', wall: StoredWall, viewer: SignedInViewer): Promise<void>;
}

/** The channels that walls are divided into. */
export class ChannelService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #walls: ChannelWalls;

  constructor(parts: { database: DatabaseConnection; clock: Clock; idempotency: Idempotency; walls: ChannelWalls }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#walls = parts.walls;
  }

  /** The channels of several walls. Asks no policy: whoever reads a wall reads these. */
  of(wallIds: readonly RowId[]): Promise<Map<RowId, Channel[]>> {
    return store.findChannelsOf(this.#database.db, wallIds);
  }

  async canDivide(viewer: Viewer, wall: Readable<Wall>): Promise<boolean> {
    return denialOfDividing(viewer, wall, await isModerator(viewer, wall)) === null;
  }

  async add(
    viewer: Viewer,
    { wallKey, name }: { wallKey: string; name: string },
    key: string,
  ): Promise<Readable<Wall>> {
    const checked = checkedName(name);
    return this.#write(viewer, key, 'addChannel', { wallKey, name }, wallKey, async (trx, wallId, channels) => {
      if (channels.length >= mostChannels) throw new Refusal('INVALID', `A wall has ${mostChannels} channels at most.`);
      assertOther(channels, checked);
      const position = Math.max(-1, ...channels.map((channel) => channel.position)) + 1;
      await store.insertChannel(trx, { id: newId(), wallId, name: checked, position, archivedAt: null });
    });
  }

  async update(
    viewer: Viewer,
    { wallKey, id, ...changes }: ChannelChanges & { wallKey: string; id: RowId },
    key: string,
  ): Promise<Readable<Wall>> {
    const name = changes.name == null ? null : checkedName(changes.name);
    const input = { wallKey, id, ...changes };
    return this.#write(viewer, key, 'updateChannel', input, wallKey, async (trx, _wallId, channels) => {
      const channel = channels.find((each) => each.id === id);
      if (!channel) throw new Refusal('NOT_FOUND', 'There is no such channel on this wall.', ['channelId']);
      const others = channels.filter((each) => each !== channel);
      if (name !== null) assertOther(others, name);
      const archivedAt = changes.archived ? (channel.archivedAt ?? this.#clock.now()) : null;
      const changed = {
        ...channel,
        name: name ?? channel.name,
        archivedAt: changes.archived == null ? channel.archivedAt : archivedAt,
      };
      const place = Math.min(Math.max(0, changes.position ?? channels.indexOf(channel)), others.length);
      for (const [position, each] of others.toSpliced(place, 0, changed).entries())
        if (each === changed || each.position !== position) await store.updateChannel(trx, { ...each, position });
    });
  }

  /**
   * The channel that a post is to stand in.
   *
   * @throws {Refusal} NOT_FOUND for none of this wall, LOCKED for a closed one.
   */
  async assertOpen(trx: Executor, wallId: RowId, id: RowId): Promise<void> {
    const [channel] = await store.findChannels(trx, [id]);
    if (channel?.wallId !== wallId)
      throw new Refusal('NOT_FOUND', 'There is no such channel on this wall.', ['channelId']);
    if (channel.archivedAt !== null) throw new Refusal('LOCKED', 'This channel is closed.', ['channelId']);
  }

  async #write(
    viewer: Viewer,
    key: string,
    operation: string,
    input: object,
    wallKey: string,
    write: (trx: Executor, wallId: RowId, channels: readonly Channel[]) => Promise<void>,
  ): Promise<Readable<Wall>> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const wall = await this.#walls.wall(viewer, wallKey);
    if (!wall) throw new Refusal('NOT_FOUND', `There is no wall “${wallKey.slice(0, 80)}”.`, ['wallKey']);
    await this.#idempotency.run(viewer, { key, operation, input }, async (trx, viewer) => {
      const stored = await this.#walls.locked(trx, viewer, wall);
      assertNone(denialOfDividing(viewer, stored, await isModerator(viewer, stored)));
      await write(trx, stored.rowId, (await store.findChannelsOf(trx, [stored.rowId])).get(stored.rowId) ?? []);
      await this.#walls.publish(trx, 'ChannelsChanged', stored, viewer);
      return stored.rowId;
    });
    return assertReadable(viewer, await this.#walls.wall(viewer, wall.key));
  }
}

function checkedName(name: string): string {
  const kept = name.replaceAll(/\s+/g, ' ').trim();
  if (!kept) throw new Refusal('EMPTY', 'A channel needs a name.', ['name']);
  if (kept.length > longestChannelName)
    throw new Refusal('TOO_LONG', `${longestChannelName} characters at most.`, ['name']);
  return kept;
}

function assertOther(channels: readonly Channel[], name: string): void {
  const same = name.toLowerCase();
  if (channels.some((channel) => channel.name.toLowerCase() === same))
    throw new Refusal('INVALID', 'Another channel of this wall has this name.', ['name']);
}
