import type { RowId } from '../../platform/ids.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Audience } from '../../platform/audience.ts';
import type { Clock } from '../../platform/clock.ts';
import { memo } from '../../platform/memo.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type PersonKind, type Viewer } from '../../platform/viewer.ts';
import { assertNone } from '../subjects/index.ts';
import { audiencesOf } from './group-audiences.ts';
import { roleIn, type SeenGroup } from './group-finder.ts';
import type { GroupWrites } from './group-writes.ts';
import { groupRoles, type GroupRole, type Membership } from './group.ts';
import {
  canSeeMembers,
  denialOfAnimating,
  denialOfDeciding,
  denialOfInviting,
  denialOfJoining,
  denialOfNaming,
  denialOfRequesting,
} from './group-policy.ts';
import { membershipSet } from './group-audit.ts';
import type { MembershipRequest } from './membership-request.ts';
import * as requests from './membership-request-store.ts';
import * as store from './membership-store.ts';
import type { MembershipWriter } from './membership-writer.ts';
import type { OwnerPeople } from './ownership/ownership.ts';
import { hasOwner } from './ownership/standing-owners.ts';

export interface MemberListArgs extends ConnectionArgs {
  role?: GroupRole | null;
}

/** As much of a person as being let into groups takes. */
export interface GroupPerson {
  readonly id: RowId;
  readonly kind: PersonKind;
  readonly status: 'ACTIVE' | 'DEPARTED';
}

export interface GroupPeople extends OwnerPeople {
  /** A person whom the viewer may find. */
  visible(viewer: Viewer, id: RowId): Promise<GroupPerson | null>;
}

const longestWords = 500;

/** Who is in a group, who asks to be, and what they are in it. */
export class MembershipService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #writes: GroupWrites;
  readonly #writer: MembershipWriter;
  readonly #people: GroupPeople;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    writes: GroupWrites;
    members: MembershipWriter;
    people: GroupPeople;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#writes = parts.writes;
    this.#writer = parts.members;
    this.#people = parts.people;
  }

  /** The audiences that a person is in by their groups. */
  async audiencesOf(personId: RowId, trx: Executor | null): Promise<ReadonlySet<Audience>> {
    return audiencesIn(await store.findRoles(trx ?? this.#database.db, personId));
  }

  /** Those of some people who are in an audience of a group. */
  async among(executor: Executor, audience: Audience, personIds: readonly RowId[]): Promise<ReadonlySet<RowId>> {
    const [, groupId] = audience.split(/[:/]/) as [string, RowId];
    const members = await store.findMembersAmong(executor, groupId, personIds);
    const inIt = members.filter(({ role }) => audiencesOf(groupId, role).includes(audience));
    return new Set(inIt.map(({ personId }) => personId));
  }

  /** Those who are in a group with a person. Asks no policy: for whom that person may find. */
  fellowsOf(personId: RowId): Promise<RowId[]> {
    return store.findFellows(this.#database.db, personId);
  }

  /** Those who are in it, the longest first. Nobody for who may not see them. */
  async members(viewer: Viewer, group: SeenGroup, { role, ...args }: MemberListArgs): Promise<Connection<Membership>> {
    const page = pageRequest(args, ['number', 'string']);
    // Whom to ask is no secret of a private group.
    const roles = role ? [role] : [...groupRoles];
    if (!canSeeMembers(viewer, group, roleIn(group)) && role !== 'OWNER')
      return toConnection([], page, store.sinceKey, 0);
    const { db } = this.#database;
    const found = await store.findMembers(db, group.id, { roles, page });
    return toConnection(found, page, store.sinceKey, () => store.countMembers(db, group.id, roles));
  }

  /** Those who wait to be let in, for who decides. */
  async requests(viewer: Viewer, group: SeenGroup, args: ConnectionArgs): Promise<Connection<MembershipRequest>> {
    const page = pageRequest(args, ['number', 'string']);
    if (!isSignedIn(viewer) || denialOfDeciding(viewer, group, roleIn(group)))
      return toConnection([], page, requests.timeKey, 0);
    const { db } = this.#database;
    const found = await requests.findOpen(db, group.id, page);
    return toConnection(found, page, requests.timeKey, () => requests.countOpen(db, group.id));
  }

  /** What the viewer asked of a group, or was asked. */
  async requestOf(viewer: Viewer, groupIds: readonly RowId[]): Promise<ReadonlyMap<RowId, MembershipRequest>> {
    return isSignedIn(viewer) ? requests.findRequests(this.#database.db, viewer.id, groupIds) : new Map();
  }

  async join(viewer: Viewer, groupId: RowId, key: string): Promise<SeenGroup | null> {
    return this.#writes.run(viewer, key, 'joinGroup', { groupId }, groupId, async (trx, group, viewer) => {
      if (group.membership) return undefined;
      assertNone(denialOfJoining(viewer, group, group.isInvited));
      const origin = group.isInvited ? 'INVITE' : 'SELF';
      const role = roleOf(viewer);
      await this.#writer.add(trx, group, [viewer.id], { role, origin });
      await this.#endRequest(trx, group.id, viewer.id);
      return membershipSet(viewer.id, group, { person: viewer.id, from: null, to: role });
    });
  }

  /** Leaves a group, and takes back a request to be in it. Answers the group, where the viewer still knows of it. */
  async leave(viewer: Viewer, groupId: RowId, key: string): Promise<SeenGroup | null> {
    return this.#writes.run(viewer, key, 'leaveGroup', { groupId }, groupId, async (trx, group, viewer) => {
      await this.#endRequest(trx, group.id, viewer.id);
      if (!group.membership) return undefined;
      await this.#keepOwner(trx, group, group.membership);
      await this.#writer.remove(trx, group, [viewer.id]);
      return membershipSet(viewer.id, group, { person: viewer.id, from: group.membership.role, to: null });
    });
  }

  async request(viewer: Viewer, groupId: RowId, words: string | null, key: string): Promise<SeenGroup | null> {
    const said = words?.trim() || null;
    if (said && said.length > longestWords)
      throw new Refusal('TOO_LONG', `${longestWords} characters at most.`, ['words']);
    return this.#writes.run(
      viewer,
      key,
      'requestMembership',
      { groupId, words },
      groupId,
      async (trx, group, viewer) => {
        assertNone(denialOfRequesting(viewer, group, roleIn(group)), 'You are in this group.');
        await requests.putRequest(trx, {
          groupId: group.id,
          personId: viewer.id,
          kind: 'REQUEST',
          words: said,
          state: 'OPEN',
          invitedBy: null,
          decidedBy: null,
          decidedAt: null,
          createdAt: this.#clock.now(),
        });
        await this.#writer.requested(trx, group.id, viewer.id);
        return undefined;
      },
    );
  }

  async decide(
    viewer: Viewer,
    decision: { groupId: RowId; personId: RowId; accept: boolean },
    key: string,
  ): Promise<SeenGroup | null> {
    const { groupId, personId, accept } = decision;
    const person = await this.#people.visible(viewer, personId);
    return this.#writes.run(viewer, key, 'decideMembership', decision, groupId, async (trx, group, viewer) => {
      assertNone(denialOfDeciding(viewer, group, roleIn(group)));
      const request = await requests.findRequest(trx, group.id, personId);
      if (request?.kind !== 'REQUEST') throw new Refusal('NOT_FOUND', 'There is no such request any more.');
      if (request.state !== 'OPEN') return undefined;
      if (accept) assertActive(person);
      const state = accept ? 'ACCEPTED' : 'REFUSED';
      await requests.putRequest(trx, { ...request, state, decidedBy: viewer.id, decidedAt: this.#clock.now() });
      await this.#writer.requested(trx, group.id, personId);
      if (!accept) return undefined;
      const role = roleOf(person!);
      await this.#writer.add(trx, group, [personId], { role, origin: 'REQUEST', letInBy: viewer.id });
      return membershipSet(viewer.id, group, { person: personId, from: null, to: role });
    });
  }

  async invite(viewer: Viewer, { groupId, personId }: { groupId: RowId; personId: RowId }, key: string) {
    const person = await this.#people.visible(viewer, personId);
    return this.#writes.run(
      viewer,
      key,
      'inviteToGroup',
      { groupId, personId },
      groupId,
      async (trx, group, viewer) => {
        assertNone(denialOfInviting(viewer, group, roleIn(group)));
        assertActive(person);
        if (await store.findMembership(trx, group.id, personId)) return undefined;
        await requests.putRequest(trx, {
          groupId: group.id,
          personId,
          kind: 'INVITATION',
          words: null,
          state: 'OPEN',
          invitedBy: viewer.id,
          decidedBy: null,
          decidedAt: null,
          createdAt: this.#clock.now(),
        });
        await this.#writer.requested(trx, group.id, personId);
        return undefined;
      },
    );
  }

  /** Gives somebody another role; none takes them out. */
  async setRole(
    viewer: Viewer,
    change: { groupId: RowId; personId: RowId; role: GroupRole | null },
    key: string,
  ): Promise<SeenGroup | null> {
    const { groupId, personId, role } = change;
    const person = await this.#people.visible(viewer, personId);
    return this.#writes.run(viewer, key, 'setMembership', change, groupId, async (trx, group, viewer) => {
      assertNone(denialOfAnimating(viewer, group, roleIn(group)));
      const former = await store.findMembership(trx, group.id, personId);
      if (!former) assertActive(person);
      const naming = { from: former?.role ?? null, to: role };
      assertNone(
        denialOfNaming(viewer, roleIn(group), naming, person?.kind === 'GUEST'),
        'A guest of the company runs no group.',
      );
      if (former && role !== 'OWNER') await this.#keepOwner(trx, group, former);
      if (!former && role)
        await this.#writer.add(trx, group, [personId], { role, origin: 'INVITE', letInBy: viewer.id });
      else if (former && role) await this.#writer.setRole(trx, former, role, viewer.id);
      else await this.#writer.remove(trx, group, [personId]);
      return membershipSet(viewer.id, group, { person: personId, ...naming });
    });
  }

  /** Lets one person be in the groups of another, with the greater of two roles. Answers how many groups those are. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }): Promise<number> {
    const former = await store.findAllOf(trx, fromId);
    const own = new Map((await store.findAllOf(trx, intoId)).map((membership) => [membership.groupId, membership]));
    for (const { groupId, role, origin } of former) {
      const membership = own.get(groupId);
      if (!membership) await this.#writer.add(trx, { id: groupId }, [intoId], { role, origin });
      else if (isGreater(role, membership.role)) await this.#writer.setRole(trx, membership, role, null);
      await this.#writer.remove(trx, { id: groupId }, [fromId]);
    }
    await requests.moveRequests(trx, fromId, intoId);
    await store.moveNaming(trx, fromId, intoId);
    return former.length;
  }

  async #endRequest(trx: Executor, groupId: RowId, personId: RowId): Promise<void> {
    if (await requests.deleteRequest(trx, groupId, personId)) await this.#writer.requested(trx, groupId, personId);
  }

  /** @throws {Refusal} LAST_OWNER where a group would be left without one who is with the company. */
  async #keepOwner(trx: Executor, group: SeenGroup, { role, personId }: Membership): Promise<void> {
    if (role !== 'OWNER' || (await hasOwner(trx, this.#people, group.id, personId))) return;
    throw new Refusal('LAST_OWNER', 'A group has an owner: hand it over first, or archive it.');
  }
}

/** @throws {Refusal} NOT_FOUND for somebody who has left. */
function assertActive(person: GroupPerson | null): void {
  if (person?.status !== 'ACTIVE') throw new Refusal('NOT_FOUND', 'There is no such person.', ['personId']);
}

/** Guests of the company are guests of its groups. */
function roleOf({ kind }: { kind: PersonKind }): GroupRole {
  return kind === 'GUEST' ? 'GUEST' : 'MEMBER';
}

function isGreater(role: GroupRole, other: GroupRole): boolean {
  return groupRoles.indexOf(role) < groupRoles.indexOf(other);
}

/** By the text of groups and roles: somebody who reads all day is in the same audiences at each request. */
const audiencesIn = memo<string, ReadonlySet<Audience>>(
  (roles) =>
    new Set(
      roles
        .split(',')
        .filter((each) => each !== '')
        .map((each) => each.split(':') as [RowId, GroupRole])
        .flatMap(([groupId, role]) => audiencesOf(groupId, role)),
    ),
  2_000,
  100_000,
);
