import type { RowId } from '../../platform/ids.ts';
import type { Executor } from '../../database/connect.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import type { Clock } from '../../platform/clock.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { animators, insiders } from './group-audiences.ts';
import type { Group, GroupRole, Membership, MembershipOrigin } from './group.ts';
import * as store from './membership-store.ts';
import { searchOwnerOfOwnerless } from './ownership/owner-search.ts';

/** Of more at once, all streams of those who are in the group are authorized again. */
const mostPeople = 100;

/**
 * The only way to change who is in a group: rows, count, what the event streams of these people have to know, and who is asked
 * to own it where it has no owner.
 */
export class MembershipWriter {
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #queue: JobQueue;

  constructor(parts: { clock: Clock; outbox: Outbox; queue: JobQueue }) {
    this.#clock = parts.clock;
    this.#outbox = parts.outbox;
    this.#queue = parts.queue;
  }

  /** Lets people in; those who are in it already stay what they are. Answers who is new. */
  async add(
    trx: Executor,
    group: Pick<Group, 'id'>,
    personIds: readonly RowId[],
    { role, origin, letInBy = null }: { role: GroupRole; origin: MembershipOrigin; letInBy?: RowId | null },
  ): Promise<RowId[]> {
    const since = this.#clock.now();
    const added = await store.addMembers(trx, group.id, personIds, { role, origin, since, letInBy });
    await this.#publish(trx, group, added);
    return added;
  }

  /** Takes people out. Answers who was in it. */
  async remove(trx: Executor, group: Pick<Group, 'id'>, personIds: readonly RowId[]): Promise<RowId[]> {
    const removed = await store.removeMembers(trx, group.id, personIds);
    await this.#publish(trx, group, removed);
    return removed;
  }

  /** @param namedBy - Null where it is their own doing. */
  async setRole(
    trx: Executor,
    { groupId, personId, role: former }: Membership,
    role: GroupRole,
    namedBy: RowId | null,
  ): Promise<void> {
    if (role === former) return;
    // Whoever was named stays, whatever a rule says that brought them.
    const origin = role === 'OWNER' || role === 'ANIMATOR' ? 'INVITE' : null;
    await store.setRole(trx, groupId, personId, { role, named_by: namedBy, ...(origin && { origin }) });
    await this.#publish(trx, { id: groupId }, [personId]);
  }

  /** Tells those who run a group, and the person, that they ask to be in it, are asked to come, or were answered. */
  async requested(trx: Executor, groupId: RowId, personId: RowId): Promise<void> {
    const group = toGlobalId('Group', groupId);
    const audiences = [animators(groupId)];
    const event = { type: 'MembershipRequested', topics: [group], subject: group, people: [], audiences } as const;
    await this.#outbox.record(trx, event, [personId]);
    await this.#publishTo(trx, personId);
  }

  /** Tells those in a group that somebody is asked to own it, or no more. Who, they are not told. */
  async offered(trx: Executor, groupId: RowId, personId: RowId): Promise<void> {
    await this.#publishMembers(trx, groupId, [personId]);
  }

  /** Those whom it concerns are authorized again; they and those in the group learn that its members changed. */
  async #publish(trx: Executor, { id }: Pick<Group, 'id'>, personIds: readonly RowId[]): Promise<void> {
    if (personIds.length === 0) return;
    const group = toGlobalId('Group', id);
    if (personIds.length > mostPeople) {
      const audiences = [insiders(id)];
      await this.#outbox.record(trx, { type: 'AudienceChanged', topics: [], subject: group, people: [], audiences });
    }
    for (const personId of personIds.length > mostPeople ? [] : personIds) {
      const subject = toGlobalId('Person', personId);
      await this.#outbox.record(trx, { type: 'RightsChanged', topics: [], subject, people: [] });
      await this.#publishTo(trx, personId);
    }
    // Of all at once whom a rule brings, none is told.
    await this.#publishMembers(trx, id, personIds.length > mostPeople ? [] : personIds);
    await searchOwnerOfOwnerless(trx, this.#queue, id);
  }

  /** Tells one person that something is different with the groups that are theirs: nobody else follows their id. */
  async #publishTo(trx: Executor, personId: RowId): Promise<void> {
    const subject = toGlobalId('Person', personId);
    await this.#outbox.record(trx, { type: 'OwnGroupsChanged', topics: [subject], subject, people: [], audiences: [] });
  }

  async #publishMembers(trx: Executor, id: RowId, personIds: readonly RowId[]): Promise<void> {
    const group = toGlobalId('Group', id);
    const audiences = [insiders(id)];
    const event = { type: 'MembershipChanged', topics: [group], subject: group, people: [], audiences } as const;
    await this.#outbox.record(trx, event, personIds);
  }
}
