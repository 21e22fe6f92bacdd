import { z } from 'zod';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { EventType } from '../../events/event.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import type { JobRun } from '../../queue/job.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import type { FollowService } from '../follows/index.ts';
import type { Act, Delivery, Followed, NoticedEvent, NoticeSource, Telling } from '../../events/notices.ts';
import type { MailPlan } from './mailing/mail-plan.ts';
import * as store from './notice-store.ts';
import type { PreferenceService } from './preferences/preference-service.ts';
import type { Readers } from './readers.ts';
import { isEnough, isWanted } from './wanted.ts';

declare module '../../queue/job.ts' {
  interface JobKinds {
    tellFollowers: FollowersToTell;
  }
}

/** Who is told next of an act that many follow. */
interface FollowersToTell extends NoticedEvent {
  actId: string;
  /** The last one who was told. */
  after: RowId;
}

/** An act, and where it is, from the nearest on: the page or post, and the group or page on whose wall that is. */
type PlacedAct = Act & { readonly places: readonly Followed[] };

/** How many followers are told in one transaction. */
const together = 500;

const rowId = z.string() as unknown as z.ZodType<RowId>;
export const eventJob = z.object({
  type: z.string() as unknown as z.ZodType<EventType>,
  subject: z.string() as unknown as z.ZodType<GlobalId>,
  people: z.array(rowId),
});
export const followersJob = eventJob.extend({ actId: z.string(), after: rowId });

/**
 * Tells people of what happened, later than it happens: by jobs. What they are told is always made from what stands now, so that
 * it comes to the same however often and in whatever order that is done.
 */
export class Notifier {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #queue: JobQueue;
  readonly #follows: FollowService;
  readonly #readers: Readers;
  readonly #placesOf: (trx: Executor, at: Followed | null) => Promise<Followed[]>;
  readonly #preferences: Pick<PreferenceService, 'deliveriesOf'>;
  readonly #plan: Pick<MailPlan, 'note'>;
  readonly #sources: ReadonlyMap<EventType, NoticeSource>;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    outbox: Outbox;
    queue: JobQueue;
    follows: FollowService;
    readers: Readers;
    /** Where something is, from the nearest on. */
    placesOf: (trx: Executor, at: Followed | null) => Promise<Followed[]>;
    preferences: Pick<PreferenceService, 'deliveriesOf'>;
    plan: Pick<MailPlan, 'note'>;
    sources: ReadonlyMap<EventType, NoticeSource>;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#outbox = parts.outbox;
    this.#queue = parts.queue;
    this.#follows = parts.follows;
    this.#readers = parts.readers;
    this.#placesOf = parts.placesOf;
    this.#preferences = parts.preferences;
    this.#plan = parts.plan;
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
  async tellFollowers({ payload, finish }: JobRun<FollowersToTell>): Promise<void> {
    await this.#database.transaction(async (trx) => {
      const act = (await this.#actsOf(trx, payload)).find(({ id }) => id === payload.actId);
      const last = act?.tellings.at(-1);
      if (act && last && !isList(last.to)) {
        const notice = await this.#noticeOf(trx, act, last);
        const named = new Set(act.tellings.flatMap(({ to }) => (isList(to) ? to : [])));
        const placed = { ...act, places: await this.#placesOf(trx, placeOf(act)) };
        await this.#publish(trx, new Set(await this.#tellFollowers(trx, placed, last, notice, named, payload)));
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

  async #tell(trx: Executor, act: Act, of: NoticedEvent): Promise<RowId[]> {
    const { root, tellings } = act;
    if (tellings.length === 0) return [];
    if (root && act.followers.length > 0) await this.#follows.ensure(trx, act.followers, root, act.at);
    const placed = { ...act, places: await this.#placesOf(trx, placeOf(act)) };
    const named = new Set<RowId>();
    const changed: RowId[] = [];
    for (const telling of tellings) {
      const notice = await this.#noticeOf(trx, act, telling);
      if (isList(telling.to)) {
        const people = telling.to.filter((id) => !named.has(id));
        const told = await this.#wanting(trx, placed, telling, people);
        changed.push(...(await this.#deliver(trx, notice, told)));
        // Somebody who is named in a text no more.
        if (telling.thing.id === act.id)
          changed.push(...(await store.withdrawFromOthers(trx, notice.noticeId, [...told.keys()])));
        for (const id of telling.to) named.add(id);
      } else changed.push(...(await this.#tellFollowers(trx, placed, telling, notice, named, of)));
    }
    return changed;
  }

  async #tellFollowers(
    trx: Executor,
    act: PlacedAct,
    telling: Telling,
    notice: { noticeId: RowId; toldAt: number },
    named: ReadonlySet<RowId>,
    { after = null, ...of }: NoticedEvent & { after?: RowId | null },
  ): Promise<RowId[]> {
    if (isList(telling.to)) return [];
    const rows = await this.#follows.followers(trx, telling.to.followersOf, { after, limit: together });
    const wanting = rows.filter(({ level, since }) => since < act.at && isEnough(level, telling.needs));
    const followers = [...new Set(wanting.map(({ personId }) => personId))].filter((id) => !named.has(id));
    const last = rows.length >= together ? rows.at(-1)!.personId : null;
    if (last !== null) {
      const { type, subject, people } = of;
      await this.#queue.add(trx, 'tellFollowers', { type, subject, people, actId: act.id, after: last });
    }
    return this.#deliver(trx, notice, await this.#wanting(trx, act, telling, followers));
  }

  async #noticeOf(trx: Executor, act: Act, { kind, thing }: Telling): Promise<{ noticeId: RowId; toldAt: number }> {
    const noticeId = await store.lockNotice(trx, {
      ...{ kind, thing },
      ...{ rootId: act.root?.id ?? null, audience: act.about?.audience ?? null },
    });
    return { noticeId, toldAt: await store.addAct(trx, noticeId, act, this.#clock.now()) };
  }

  /** Puts a notice into inboxes, and sees to the mails of those for whom that is something new. Answers who they are. */
  async #deliver(
    trx: Executor,
    notice: { noticeId: RowId; toldAt: number },
    wanting: ReadonlyMap<RowId, Delivery>,
  ): Promise<RowId[]> {
    const told = await store.deliver(trx, notice, [...wanting.keys()]);
    await this.#plan.note(trx, told, wanting);
    return told;
  }

  /** Those who may read it and want to hear of it, the one who did it not among them, and how it comes to them. */
  async #wanting(
    trx: Executor,
    act: PlacedAct,
    telling: Telling,
    people: readonly RowId[],
  ): Promise<ReadonlyMap<RowId, Delivery>> {
    const others = [...new Set(people)].filter((id) => id !== act.actorId);
    if (others.length === 0) return new Map();
    const audienced = act.root ?? { audience: act.about?.audience ?? 'everyone', ownAudience: null };
    const readers = [...(await this.#readers.among(trx, others, audienced))];
    const actor = { type: 'Person', id: act.actorId } as const;
    const { actorId, places } = act;
    const levels = await this.#follows.levelsOf(trx, readers, [...places, actor]);
    const wanting = readers.filter((id) => isWanted(telling.needs, { actorId, places }, levels.get(id) ?? []));
    const deliveries = await this.#preferences.deliveriesOf(trx, wanting, { kind: telling.kind, places });
    return new Map([...deliveries].filter(([, delivery]) => delivery !== 'NEVER'));
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

function isList(to: Telling['to']): to is readonly RowId[] {
  return Array.isArray(to);
}

function placeOf({ root, about }: Act): Followed | null {
  return root ?? about?.place ?? null;
}
