import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { JobRun } from '../../queue/job.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import type { GroupService } from '../groups/index.ts';
import type { PeopleService } from '../people/index.ts';
import type { PageMove, SubjectService } from '../subjects/index.ts';
import type { Follow, FollowDraft, Follower, FollowLevel, FollowSource } from './follow.ts';
import { FollowSources, type LockedSource } from './follow-sources.ts';
import * as store from './follow-store.ts';
import * as muteStore from './mute-store.ts';

/** What people follow, by choice or because they took part. */
export class FollowService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #outbox: Outbox;
  readonly #queue: JobQueue;
  /** What can be followed. */
  readonly sources: FollowSources;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    outbox: Outbox;
    queue: JobQueue;
    people: PeopleService;
    subjects: SubjectService;
    groups: GroupService;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#outbox = parts.outbox;
    this.#queue = parts.queue;
    this.sources = new FollowSources(parts);
  }

  /**
   * Sets what the viewer hears of something from now on. Setting it again changes nothing. Answers its id.
   *
   * @throws {Refusal} UNAUTHENTICATED; NOT_FOUND, also for what the viewer may not read; FORBIDDEN for a group of which they
   * know no more than its name; INVALID for themselves and for what cannot be followed.
   */
  async set(viewer: Viewer, draft: FollowDraft, idempotencyKey: string): Promise<GlobalId> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in to follow.');
    const found = await this.sources.find(viewer, draft.sourceId);
    const write = { key: idempotencyKey, operation: 'setFollow', input: draft };
    return this.#idempotency.run(viewer, write, async (trx, viewer) => {
      const { globalId, source } = await this.sources.lock(trx, viewer, found, {
        ...draft,
        isToKeep: draft.level !== null,
      });
      if (source && (await this.#put(trx, viewer, source, draft.level))) await this.#publish(trx, viewer.id, globalId);
      return globalId;
    });
  }

  async #put(trx: Executor, { id }: SignedInViewer, source: FollowSource, level: FollowLevel | null): Promise<boolean> {
    if (level === null) return store.deleteFollow(trx, id, source);
    return store.putFollow(trx, id, source, { level, since: this.#clock.now() });
  }

  /**
   * Mutes something for a person who may follow it. What they follow it for otherwise is kept.
   *
   * @param until - Null for ever.
   */
  async mute(trx: Executor, personId: RowId, { source, globalId }: LockedSource, until: number | null): Promise<void> {
    if (!source) return;
    await muteStore.putMute(trx, { personId, source }, { until, since: this.#clock.now() });
    if (until !== null) await this.#queue.add(trx, 'endMutes', null, { key: String(until), dueAt: until });
    await this.#publish(trx, personId, globalId);
  }

  /** Lets a person follow something as before they muted it. */
  async unmute(trx: Executor, personId: RowId, { source, globalId }: LockedSource): Promise<void> {
    if (source && (await muteStore.endMute(trx, { personId, source }))) await this.#publish(trx, personId, globalId);
  }

  /** Lets people follow what they muted until now as before. */
  async endMutes({ finish }: JobRun<null>): Promise<void> {
    await this.#database.transaction(async (trx) => {
      for (const { personId, source } of await muteStore.endDueMutes(trx, this.#clock.now()))
        await this.#publish(trx, personId, await this.sources.globalIdOf(trx, source));
      await finish(trx);
    });
  }

  /** What the viewer hears of several things, by the ids of their rows. For whoever may see those: asks no policy. */
  async own(viewer: Viewer, sources: readonly FollowSource[]): Promise<Map<RowId, FollowLevel>> {
    if (!isSignedIn(viewer) || sources.length === 0) return new Map();
    return store.findOwn(this.#database.db, viewer.id, sources);
  }

  /** What the viewer follows or muted by choice and may still read, the last first. */
  async chosen(viewer: Viewer, args: ConnectionArgs, { isMuted = false } = {}): Promise<Connection<Follow>> {
    const page = pageRequest(args, ['number', 'string']);
    if (!isSignedIn(viewer)) return toConnection<Follow>([], page, store.chosenKey, 0);
    const { db } = this.#database;
    const may = { ...(await this.sources.stillReadable(db, viewer)), isMuted };
    const rows = await store.findChosen(db, viewer.id, may, page);
    return toConnection(rows, page, store.chosenKey, () => store.countChosen(db, viewer.id, may));
  }

  /**
   * Lets people follow something because they took part, at the level ALL. Who follows it already or muted it keeps what they
   * have. Asks no policy: these are people who may read it.
   *
   * @returns Who did not follow it before.
   */
  async ensure(trx: Executor, personIds: readonly RowId[], source: FollowSource, since: number): Promise<RowId[]> {
    if (personIds.length === 0) return [];
    const added = await store.addFollowers(trx, personIds, source, since);
    const globalId = added.length > 0 ? await this.sources.globalIdOf(trx, source) : null;
    for (const personId of added) await this.#publish(trx, personId, globalId!);
    return added;
  }

  /**
   * Who follows some of these things or muted them, by their ids. Asks no policy: some may read them no longer, or have left.
   *
   * @param limit - How many people to answer at most: of each, all rows. The id of the last is the `after` of the next time.
   */
  followers(
    executor: Executor,
    sources: readonly FollowSource[],
    { after, limit }: { after: RowId | null; limit: number },
  ): Promise<Follower[]> {
    return store.findFollowers(executor, sources, after, limit);
  }

  /** The same for some people: their rows, where they have any. Asks no policy. */
  async levelsOf(
    executor: Executor,
    personIds: readonly RowId[],
    sources: readonly FollowSource[],
  ): Promise<Map<RowId, Follower[]>> {
    const levels = new Map<RowId, Follower[]>();
    for (const row of await store.findLevels(executor, personIds, sources)) {
      const rows = levels.get(row.personId);
      if (rows) rows.push(row);
      else levels.set(row.personId, [row]);
    }
    return levels;
  }

  /** Lets the followers of a page follow the one where it stands now. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    if (from.rowId && to.rowId) await store.moveSource(trx, 'Page', from.rowId, to.rowId);
  }

  /** Gives what one person follows, and who follows them, to another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    const followers = await store.moveSource(trx, 'Person', fromId, intoId);
    const follows = await store.moveFollower(trx, fromId, intoId);
    await store.deleteOwn(trx, intoId);
    return { follows, followers };
  }

  /** Forgets who followed posts whose texts are forgotten. Removes no texts itself. */
  async purge(before: number): Promise<number> {
    await store.deleteOfDeletedPosts(this.#database.db, before);
    return 0;
  }

  /** Tells one person, and nobody else, that they follow something otherwise than before. */
  async #publish(trx: Executor, personId: RowId, subject: GlobalId): Promise<void> {
    const topics = [toGlobalId('Person', personId)];
    await this.#outbox.record(trx, { type: 'FollowChanged', topics, subject, people: [] });
  }
}
