import type { Executor } from '../../database/connect.ts';
import type { Act, Delivery, Followed } from '../../events/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RowId } from '../../platform/ids.ts';
import type { FollowService } from '../follows/index.ts';
import type { MailPlan } from './mailing/mail-plan.ts';
import * as store from './notice-store.ts';
import type { PreferenceService } from './preferences/preference-service.ts';
import type { Readers } from './readers.ts';
import type { Walk } from './telling-walks.ts';
import { isEnough, isWanted } from './wanted.ts';

/** An act, and where it is, from the nearest on: the page or post, and the group or page on whose wall that is. */
export type PlacedAct = Act & { readonly places: readonly Followed[] };

/** Some of those who are told, by their ids: the one after which it goes on, null where these are the last. */
interface Step {
  readonly people: readonly RowId[];
  readonly last: RowId | null;
}

/** How many are told in one transaction. */
export const together = 500;

/** Puts notices into the inboxes of those who may read them and want to. All methods answer whose inboxes have changed. */
export class Teller {
  readonly #clock: Clock;
  readonly #follows: FollowService;
  readonly #readers: Readers;
  readonly #preferences: Pick<PreferenceService, 'deliveriesOf'>;
  readonly #plan: Pick<MailPlan, 'note'>;

  constructor(parts: {
    clock: Clock;
    follows: FollowService;
    readers: Readers;
    preferences: Pick<PreferenceService, 'deliveriesOf'>;
    plan: Pick<MailPlan, 'note'>;
  }) {
    this.#clock = parts.clock;
    this.#follows = parts.follows;
    this.#readers = parts.readers;
    this.#preferences = parts.preferences;
    this.#plan = parts.plan;
  }

  /** Tells those who are named, and takes it from those who are named no more. */
  async tellNamed(trx: Executor, act: PlacedAct, walk: Walk): Promise<RowId[]> {
    const notice = await this.#noticeOf(trx, act, walk);
    const told = await this.#wanting(trx, act, walk, [...walk.people]);
    const changed = await this.#deliver(trx, notice, told);
    // Among the members of groups, that is known step by step.
    if (walk.thing.id !== act.id || walk.groupIds.length > 0) return changed;
    const all = { after: null, last: null };
    return [...changed, ...(await store.withdrawFromOthers(trx, notice.noticeId, [...told.keys()], all))];
  }

  /** Tells the next of the members or followers. */
  async tellNext(
    trx: Executor,
    act: PlacedAct,
    walk: Walk,
    after: RowId | null,
  ): Promise<{ changed: RowId[]; last: RowId | null }> {
    const notice = await this.#noticeOf(trx, act, walk);
    const isOfGroups = walk.groupIds.length > 0;
    const { people, last } = await (isOfGroups
      ? this.#members(trx, act, walk, after)
      : this.#followers(trx, act, walk, after));
    const told = await this.#wanting(trx, act, walk, people);
    const changed = await this.#deliver(trx, notice, told);
    if (!isOfGroups || walk.thing.id !== act.id) return { changed, last };
    const others = await store.withdrawFromOthers(trx, notice.noticeId, [...told.keys()], { after, last });
    return { changed: [...changed, ...others], last };
  }

  /** The next of the members of groups, without those who mute these, and who of the named comes between them. */
  async #members(trx: Executor, act: Act, { groupIds, people }: Walk, after: RowId | null): Promise<Step> {
    const found = new Map<RowId, RowId[]>();
    for (const id of groupIds)
      found.set(id, await this.#readers.membersOf(trx, id, { before: act.at, after, limit: together }));
    const all = [...new Set([...found.values()].flat())].sort();
    const last = all[together - 1] ?? null;
    const isNext = (id: RowId) => (after === null || id > after) && (last === null || id <= last);
    const next = new Set([...people].filter(isNext));
    for (const [id, members] of found) {
      const here = members.filter(isNext);
      const levels = await this.#follows.levelsOf(trx, here, [{ type: 'Group', id }]);
      for (const each of here) if (levels.get(each)?.[0]?.level !== 'NONE') next.add(each);
    }
    return { people: [...next], last };
  }

  async #followers(trx: Executor, act: Act, { followersOf, needs }: Walk, after: RowId | null): Promise<Step> {
    const rows = await this.#follows.followers(trx, followersOf, { after, limit: together });
    const wanting = rows.filter(({ level, since }) => since < act.at && isEnough(level, needs));
    return {
      people: wanting.map(({ personId }) => personId),
      last: rows.length >= together ? rows.at(-1)!.personId : null,
    };
  }

  async #noticeOf(trx: Executor, act: Act, { kind, thing }: Walk): Promise<{ noticeId: RowId; toldAt: number }> {
    const noticeId = await store.lockNotice(trx, {
      ...{ kind, thing },
      ...{ rootId: act.root?.id ?? null, audience: act.about?.audience ?? null },
    });
    return { noticeId, toldAt: await store.addAct(trx, noticeId, act, this.#clock.now()) };
  }

  /** Puts a notice into inboxes, and sees to the mails of those for whom that is something new. */
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
    walk: Walk,
    people: readonly RowId[],
  ): Promise<ReadonlyMap<RowId, Delivery>> {
    const others = await this.#notToldBefore(
      trx,
      act,
      walk,
      [...new Set(people)].filter((id) => id !== act.actorId),
    );
    if (others.length === 0) return new Map();
    const audienced = act.root ?? { audience: act.about?.audience ?? 'everyone', ownAudience: null };
    const readers = [...(await this.#readers.among(trx, others, audienced))];
    const actor = { type: 'Person', id: act.actorId } as const;
    const { actorId, places } = act;
    const levels = await this.#follows.levelsOf(trx, readers, [...places, actor]);
    const wanting = readers.filter((id) => isWanted(walk.needs, { actorId, places }, levels.get(id) ?? []));
    const deliveries = await this.#preferences.deliveriesOf(trx, wanting, { kind: walk.kind, places });
    return new Map([...deliveries].filter(([, delivery]) => delivery !== 'NEVER'));
  }

  async #notToldBefore(trx: Executor, act: Act, { toldBefore }: Walk, ids: readonly RowId[]): Promise<RowId[]> {
    const told = new Set(toldBefore.people);
    for (const id of ids.length > 0 ? toldBefore.groupIds : [])
      for (const each of await this.#readers.membersOf(trx, id, { before: act.at, among: ids })) told.add(each);
    return ids.filter((id) => !told.has(id));
  }
}
