import type { AuditRecord } from '../../../audit/audit-entry.ts';
import type { AuditLog } from '../../../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../../platform/connection.ts';
import type { RowId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isAdministrator, isSignedIn, type SignedInViewer, type Viewer } from '../../../platform/viewer.ts';
import type { JobRun } from '../../../queue/job.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import { membershipSet, offerAnswered, offerEnded, ownerSearched, ownershipOffered } from '../group-audit.ts';
import type { SeenGroup } from '../group-finder.ts';
import { lockGroup } from '../group-store.ts';
import type { GroupWrites } from '../group-writes.ts';
import type { Group } from '../group.ts';
import { findMembership } from '../membership-store.ts';
import type { MembershipWriter } from '../membership-writer.ts';
import { candidates } from './candidates.ts';
import { searchOwner, searchOwnerAt } from './owner-search.ts';
import {
  canBeAsked,
  isStandingOwner,
  activeTime,
  mostAsked,
  offerTime,
  type OwnerlessGroup,
  type OwnerPeople,
  type OwnershipOffer,
} from './ownership.ts';
import * as store from './ownership-store.ts';
import { hasOwner } from './standing-owners.ts';

/** How much each person wrote on the wall of a group since a moment. */
export type GroupActivity = (trx: Executor, groupId: RowId, since: number) => Promise<ReadonlyMap<RowId, number>>;

/**
 * Groups whose owners have all departed: the most active of those who are in one are asked in turn whether they take it over,
 * then the administrators. All is decided by jobs, one of a group at a time, so that it does not matter how often or in which
 * order it is noticed that something changed.
 */
export class OwnershipService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #queue: JobQueue;
  readonly #people: OwnerPeople;
  readonly #members: MembershipWriter;
  readonly #writes: GroupWrites;
  readonly #activity: GroupActivity;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    audit: AuditLog;
    queue: JobQueue;
    people: OwnerPeople;
    members: MembershipWriter;
    writes: GroupWrites;
    activity: GroupActivity;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#queue = parts.queue;
    this.#people = parts.people;
    this.#members = parts.members;
    this.#writes = parts.writes;
    this.#activity = parts.activity;
  }

  /** To be called in the transaction by which people depart, come back, or become something else to the company. */
  async rightsChanged(trx: Executor, personIds: readonly RowId[]): Promise<void> {
    for (const groupId of await store.findConcerned(trx, personIds)) await searchOwner(trx, this.#queue, groupId);
  }

  /** To be called in the transaction that closes, deletes or brings back a group: only one that is open needs an owner. */
  async groupChanged(trx: Executor, groupId: RowId): Promise<void> {
    await searchOwner(trx, this.#queue, groupId);
  }

  /** To be called before the memberships of the first move to the second. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }): Promise<void> {
    await this.rightsChanged(trx, [fromId, intoId]);
    await store.moveOffers(trx, fromId, intoId);
  }

  /** What the viewer is asked, by group. */
  async offersTo(viewer: Viewer, groupIds: readonly RowId[]): Promise<ReadonlyMap<RowId, OwnershipOffer>> {
    if (!isSignedIn(viewer)) return new Map();
    return store.findOffersTo(this.#database.db, viewer.id, groupIds, this.#clock.now());
  }

  /** The groups without an owner, for administrators; none for others. */
  async ownerless(viewer: Viewer, args: ConnectionArgs): Promise<Connection<OwnerlessGroup>> {
    const page = pageRequest(args, ['string', 'string']);
    const { db } = this.#database;
    if (!isAdministrator(viewer)) return toConnection<OwnerlessGroup>([], page, store.nameKey, 0);
    return toConnection(await store.findOwnerless(db, page), page, store.nameKey, () => store.countOwnerless(db));
  }

  /** Makes the viewer, who is asked, the owner of a group. */
  accept(viewer: Viewer, groupId: RowId, key: string): Promise<SeenGroup | null> {
    return this.#answer(viewer, 'acceptOwnership', groupId, key, async (trx, group, offer) => {
      const membership = group.membership!;
      await store.deleteOffers(trx, group.id);
      await store.setOwnerlessSince(trx, group.id, null);
      await this.#members.setRole(trx, membership, 'OWNER', null);
      const { personId } = offer;
      return [
        ...offerAnswered(offer, true),
        ...membershipSet(personId, group, { person: personId, from: membership.role, to: 'OWNER' }),
        ...ownerSearched(group, false),
      ];
    });
  }

  /** Leaves it to others: the next is asked. */
  decline(viewer: Viewer, groupId: RowId, key: string): Promise<SeenGroup | null> {
    return this.#answer(viewer, 'declineOwnership', groupId, key, async (trx, group, offer) => {
      await store.setOfferState(trx, offer, 'DECLINED');
      await searchOwner(trx, this.#queue, group.id);
      await this.#members.offered(trx, group.id, offer.personId);
      return offerAnswered(offer, false);
    });
  }

  #answer(
    viewer: Viewer,
    operation: string,
    groupId: RowId,
    key: string,
    write: (trx: Executor, group: SeenGroup, offer: OwnershipOffer) => Promise<AuditRecord[]>,
  ): Promise<SeenGroup | null> {
    return this.#writes.run(viewer, key, operation, { groupId }, groupId, async (trx, group, viewer) => {
      const offer = await this.#openOffer(trx, group, viewer);
      if (!offer) throw new Refusal('FORBIDDEN', 'You are not asked to own this group, or no longer.');
      return write(trx, group, offer);
    });
  }

  /** An offer that stands: what it depends on may have changed a moment ago, before the job that ends it was done. */
  async #openOffer(trx: Executor, group: SeenGroup, { id }: SignedInViewer): Promise<OwnershipOffer | null> {
    const offer = (await store.findOffersTo(trx, id, [group.id], this.#clock.now())).get(group.id);
    if (!offer || group.archivedAt !== null) return null;
    if (!(await this.#mayOwn(trx, group, id)) || (await hasOwner(trx, this.#people, group.id))) return null;
    return offer;
  }

  /** Looks whether a group has an owner, and who is to be asked. */
  async findOwner({ payload: { groupId }, finish }: JobRun<{ groupId: string }>): Promise<void> {
    await this.#database.transaction(async (trx) => {
      const group = await lockGroup(trx, groupId as RowId);
      const records = group ? await this.#search(trx, group) : [];
      await finish(trx);
      await this.#audit.recordAll(trx, records);
    });
  }

  /** Finds groups that lost their owner unnoticed: before this version, or by one that ran beside it. */
  async findOwnerless({ finish }: JobRun<null>): Promise<void> {
    const owners = Map.groupBy(await store.findAllOwners(this.#database.db), ({ groupId }) => groupId);
    const ids = [...owners.values()].flatMap((rows) => rows.flatMap(({ ownerId }) => ownerId ?? []));
    const rights = await this.#people.rightsOf(this.#database.db, [...new Set(ids)]);
    const ownerless = [...owners].filter(([, rows]) =>
      rows.every(({ ownerId }) => ownerId === null || !isStandingOwner(rights.get(ownerId))),
    );
    await this.#database.transaction(async (trx) => {
      for (const [groupId] of ownerless) await searchOwner(trx, this.#queue, groupId);
      await finish(trx);
    });
  }

  async #search(trx: Executor, group: Group): Promise<AuditRecord[]> {
    const offers = await store.findOffers(trx, group.id);
    const isOpen = group.archivedAt === null && group.deletedAt === null;
    if (!isOpen || (await hasOwner(trx, this.#people, group.id))) return this.#end(trx, group, offers);
    const records = await this.#begin(trx, group);
    const open = offers.find(({ state }) => state === 'OPEN');
    if (open) {
      if (open.until > this.#clock.now() && (await this.#mayOwn(trx, group, open.personId))) return records;
      await store.setOfferState(trx, open, 'LAPSED');
      records.push(...offerEnded(open));
      await this.#members.offered(trx, group.id, open.personId);
    }
    if (offers.length < mostAsked) records.push(...(await this.#askNext(trx, group, offers)));
    return records;
  }

  async #begin(trx: Executor, { id }: Group): Promise<AuditRecord[]> {
    if (await store.isOwnerless(trx, id)) return [];
    await store.setOwnerlessSince(trx, id, this.#clock.now());
    return ownerSearched({ id }, true);
  }

  /** Nobody is asked any more; who was may be asked again, should it lose its owner once more. */
  async #end(trx: Executor, { id }: Group, offers: readonly OwnershipOffer[]): Promise<AuditRecord[]> {
    if (!(await store.isOwnerless(trx, id))) return [];
    await store.deleteOffers(trx, id);
    await store.setOwnerlessSince(trx, id, null);
    const open = offers.filter(({ state }) => state === 'OPEN');
    for (const { personId } of open) await this.#members.offered(trx, id, personId);
    return [...open.flatMap(offerEnded), ...ownerSearched({ id }, false)];
  }

  async #askNext(trx: Executor, group: Group, offers: readonly OwnershipOffer[]): Promise<AuditRecord[]> {
    const personId = await this.#next(trx, group, new Set(offers.map((offer) => offer.personId)));
    if (personId === null) return [];
    const now = this.#clock.now();
    const offer = { groupId: group.id, personId, state: 'OPEN' as const, until: now + offerTime };
    await store.insertOffer(trx, offer, now);
    await searchOwnerAt(trx, this.#queue, group.id, offer.until);
    await this.#members.offered(trx, group.id, personId);
    return ownershipOffered(offer);
  }

  async #next(trx: Executor, { id }: Group, asked: ReadonlySet<RowId>): Promise<RowId | null> {
    const activity = await this.#activity(trx, id, this.#clock.now() - activeTime);
    for await (const batch of candidates(trx, id, activity)) {
      const others = batch.filter((personId) => !asked.has(personId));
      const rights = await this.#people.rightsOf(trx, others);
      const next = others.find((personId) => canBeAsked(rights.get(personId)));
      if (next) return next;
    }
    return null;
  }

  /** Whether somebody who was asked could still own a group. */
  async #mayOwn(trx: Executor, { id }: Pick<Group, 'id'>, personId: RowId): Promise<boolean> {
    const membership = await findMembership(trx, id, personId);
    if (!membership || membership.role === 'GUEST') return false;
    return canBeAsked((await this.#people.rightsOf(trx, [personId])).get(personId));
  }
}
