import { z } from 'zod';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { EventType } from '../../events/event.ts';
import type { Outbox } from '../../events/outbox.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import type { JobRun } from '../../queue/job.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import type { FollowService } from '../follows/index.ts';
import type { Act, Followed, NoticedEvent, NoticeSource } from '../../events/notices.ts';
import * as store from './notice-store.ts';
import { type PlacedAct, type Teller, together } from './teller.ts';
import { isLong, type Walk, walksOf } from './telling-walks.ts';

declare module '../../queue/job.ts' {
  interface JobKinds {
    tellMany: ManyToTell;
    /** As the former version has it. To be removed with the next version. */
    tellFollowers: ManyToTell;
  }
}

/** Who is told next of an act of which many are told: the members of groups, then the followers. */
interface ManyToTell extends NoticedEvent {
  actId: string;
  /** Of the `Walk`; jobs of the former version have none, and are for the followers. */
  walk?: string | undefined;
  /** The last one who was told. */
  after: RowId;
}

const rowId = z.string() as unknown as z.ZodType<RowId>;
export const eventJob = z.object({
  type: z.string() as unknown as z.ZodType<EventType>,
  subject: z.string() as unknown as z.ZodType<GlobalId>,
  people: z.array(rowId),
});
export const manyJob = eventJob.extend({ actId: z.string(), walk: z.string().optional(), after: rowId });

/**
 * Tells people of what happened, later than it happens: by jobs. What they are told is always made from what stands now, so that
 * it comes to the same however often and in whatever order that is done.
 */
export class Notifier {
  readonly #database: DatabaseConnection;
  readonly #outbox: Outbox;
  readonly #queue: JobQueue;
  readonly #follows: FollowService;
  readonly #teller: Teller;
  readonly #placesOf: (trx: Executor, at: Followed | null) => Promise<Followed[]>;
  readonly #sources: ReadonlyMap<EventType, NoticeSource>;

  constructor(parts: {
    database: DatabaseConnection;
    outbox: Outbox;
    queue: JobQueue;
    follows: FollowService;
    teller: Teller;
    /** Where something is, from the nearest on. */
    placesOf: (trx: Executor, at: Followed | null) => Promise<Followed[]>;
    sources: ReadonlyMap<EventType, NoticeSource>;
  }) {
    this.#database = parts.database;
    this.#outbox = parts.outbox;
    this.#queue = parts.queue;
    this.#follows = parts.follows;
    this.#teller = parts.teller;
    this.#placesOf = parts.placesOf;
    this.#sources = parts.sources;
  }

  async tellOfEvent({ payload, finish }: JobRun<NoticedEvent>): Promise<void> {
    await this.#database.transaction(async (trx) => {
      const changed = new Set<RowId>();
      for (const act of await this.#actsOf(trx, payload)) {
        for (const id of await this.#withdraw(trx, act)) changed.add(id);
        for (const id of await this.#tell(trx, act, payload)) changed.add(id);
      }
      for (const id of this.#sources.get(payload.type)?.readersChanged?.(payload) ?? []) changed.add(id);
      await this.#publish(trx, changed);
      await finish(trx);
    });
  }

  /** Goes on with an act of which many are told. */
  async tellMany({ payload, finish }: JobRun<ManyToTell>): Promise<void> {
    await this.#database.transaction(async (trx) => {
      const act = (await this.#actsOf(trx, payload)).find(({ id }) => id === payload.actId);
      const walks = act ? walksOf(act).filter(isLong) : [];
      const { walk } = payload;
      const at = walks.findIndex(({ key, followersOf }) =>
        walk === undefined ? followersOf.length > 0 : key === walk,
      );
      // What was told meanwhile is told no more: the event of that tells the rest.
      if (act && at >= 0) {
        const changed = await this.#goOn(trx, await this.#placed(trx, act), walks.slice(at), payload);
        await this.#publish(trx, new Set(changed));
      }
      await finish(trx);
    });
  }

  async #actsOf(trx: Executor, { type, subject, people }: NoticedEvent): Promise<readonly Act[]> {
    await store.lockTelling(trx, subject);
    // Of an event that this version knows no more, nobody is told.
    return (await this.#sources.get(type)?.acts(trx, { type, subject, people })) ?? [];
  }

  /** Takes an act out of the notices that it is not in any more. */
  async #withdraw(trx: Executor, act: Act): Promise<RowId[]> {
    const told = await store.findNoticesOf(trx, act.id);
    const isLeft = ({ kind, thingId }: store.ToldNotice) =>
      !act.tellings.some((telling) => telling.kind === kind && telling.thing.id === thingId);
    return store.withdrawAct(
      trx,
      told.filter(isLeft).map(({ id }) => id),
      act.id,
    );
  }

  async #tell(trx: Executor, act: Act, { type, subject, people }: NoticedEvent): Promise<RowId[]> {
    const { root, followers } = act;
    if (act.tellings.length === 0) return [];
    if (root && followers.length > 0) await this.#follows.ensure(trx, followers, root, act.at);
    const placed = await this.#placed(trx, act);
    const changed: RowId[] = [];
    const walks = walksOf(act);
    for (const walk of walks)
      if (walk.people.size > 0 || !isLong(walk)) changed.push(...(await this.#teller.tellNamed(trx, placed, walk)));
    return [
      ...changed,
      ...(await this.#goOn(trx, placed, walks.filter(isLong), { type, subject, people, after: null })),
    ];
  }

  /** Tells the next of the first walk, and of further ones while each is told at once. */
  async #goOn(
    trx: Executor,
    act: PlacedAct,
    walks: readonly Walk[],
    { type, subject, people, ...from }: NoticedEvent & { after: RowId | null },
  ): Promise<RowId[]> {
    const changed: RowId[] = [];
    let { after } = from;
    for (const walk of walks) {
      const told = await this.#teller.tellNext(trx, act, walk, after);
      changed.push(...told.changed);
      after = told.last;
      if (after === null) continue;
      await this.#queue.add(trx, 'tellMany', { type, subject, people, actId: act.id, walk: walk.key, after });
      break;
    }
    return changed;
  }

  async #placed(trx: Executor, act: Act): Promise<PlacedAct> {
    return { ...act, places: await this.#placesOf(trx, act.root ?? act.about?.place ?? null) };
  }

  /** Each is told that something is different in their inbox. */
  async #publish(trx: Executor, changed: ReadonlySet<RowId>): Promise<void> {
    const topics = [...changed].map((id) => toGlobalId('Person', id));
    for (let from = 0; from < topics.length; from += together)
      await this.publish(trx, topics.slice(from, from + together));
  }

  /** @param topics - The ids of people. */
  async publish(trx: Executor, topics: readonly GlobalId[]): Promise<void> {
    await this.#outbox.record(trx, {
      type: 'InboxChanged',
      topics,
      subject: topics[0]!,
      people: [],
      audiences: [],
      isPersonal: true,
    });
  }
}
