import type { Executor } from '../../database/connect.ts';
import type { Act, NoticeKind, NoticeSource } from '../../events/notices.ts';
import type { Audience } from '../../platform/audience.ts';
import { fromGlobalId, type RowId } from '../../platform/ids.ts';
import { animators, insiders } from './group-audiences.ts';
import { isAnimator } from './group-policy.ts';
import * as groups from './group-store.ts';
import { type Group, groupRoles, type Membership } from './group.ts';
import type { MembershipRequest } from './membership-request.ts';
import * as requests from './membership-request-store.ts';
import * as memberships from './membership-store.ts';
import * as offers from './ownership/ownership-store.ts';

/** How many requests somebody learns of who runs a group from now on. */
const mostRequests = 100;

/** Who is told of what becomes of people in groups: they themselves, and those who decide. */
export const groupNoticeSource: NoticeSource = {
  async acts(trx, { type, subject, people }) {
    const { id } = fromGlobalId(subject);
    const [group] = await groups.findGroups(trx, 'id', [id]);
    if (!group) return [];
    const asking = new Set<RowId>();
    const acts: Act[] = [];
    for (const personId of people) {
      const membership = await memberships.findMembership(trx, id, personId);
      acts.push(...(await actsOf(trx, group, personId, membership)));
      // Who runs it since now is told of all who wait.
      const learns = isAnimator(membership?.role ?? null);
      for (const each of learns ? await requests.findAsking(trx, id, mostRequests) : []) asking.add(each.personId);
    }
    // It was closed, taken away or brought back: what waits for an answer goes and comes with it.
    if (type === 'GroupChanged') for (const each of await concerned(trx, id)) asking.add(each);
    for (const personId of asking) {
      const membership = await memberships.findMembership(trx, id, personId);
      acts.push(...(await actsOf(trx, group, personId, membership)));
    }
    return acts;
  },

  /** Who came into a group, left it or is something else in it reads more or less of what they were told. */
  readersChanged: ({ type, people }) => (type === 'MembershipChanged' ? people : []),
};

async function concerned(trx: Executor, groupId: RowId): Promise<RowId[]> {
  const open = await requests.findWaiting(trx, groupId, mostRequests);
  const asked = await offers.findOffers(trx, groupId);
  return [...open, ...asked].map(({ personId }) => personId);
}

/** All that can be between a person and a group: what is not so is told to nobody. */
async function actsOf(trx: Executor, group: Group, personId: RowId, membership: Membership | null): Promise<Act[]> {
  const request = await requests.findRequest(trx, group.id, personId);
  const isOpen = group.archivedAt === null && group.deletedAt === null;
  const own = { trx, group, personId };
  return [
    await requested(own, isOpen && isWaiting(request, 'REQUEST')),
    ...answered(own, request, membership),
    told(own, 'INVITED_TO_GROUP', isOpen && isWaiting(request, 'INVITATION') ? request!.invitedBy : null, null),
    ...roles(own, membership),
    await offered(own, isOpen),
  ];
}

interface Own {
  readonly trx: Executor;
  readonly group: Group;
  readonly personId: RowId;
}

function isWaiting(request: MembershipRequest | null, kind: MembershipRequest['kind']): boolean {
  return request?.kind === kind && request.state === 'OPEN';
}

/** Those who decide are told together of all who ask. */
async function requested({ trx, group, personId }: Own, stands: boolean): Promise<Act> {
  const to = stands ? await memberships.findAnimators(trx, group.id) : [];
  const act = actOf(group, `request:${group.id}:${personId}`, personId, animators(group.id));
  const thing = { type: 'Group', id: group.id } as const;
  return stands ? { ...act, tellings: [{ kind: 'MEMBERSHIP_REQUESTED', thing, to, needs: 'MENTIONS' }] } : act;
}

function answered(own: Own, request: MembershipRequest | null, membership: Membership | null): Act[] {
  const isRefused = request?.kind === 'REQUEST' && request.state === 'REFUSED' && membership === null;
  return [
    told(own, 'MEMBERSHIP_ACCEPTED', membership?.letInBy ?? null, insiders(own.group.id)),
    told(own, 'MEMBERSHIP_REFUSED', isRefused ? request.decidedBy : null, null),
  ];
}

function roles(own: Own, membership: Membership | null): Act[] {
  return groupRoles.map((role) =>
    told(own, 'ROLE_CHANGED', membership?.role === role ? membership.namedBy : null, insiders(own.group.id), role),
  );
}

/** By who owned it last. */
async function offered(own: Own, isOpen: boolean): Promise<Act> {
  const { trx, group, personId } = own;
  const asked = isOpen ? await offers.findOffers(trx, group.id) : [];
  const stands = asked.some((offer) => offer.personId === personId && offer.state === 'OPEN');
  const owners = stands ? [...(await offers.findOwners(trx, group.id)), group.createdBy] : [];
  return told(own, 'OWNER_WANTED', owners.find((id) => id !== personId) ?? null, insiders(group.id));
}

/**
 * The person is told of something that somebody did about them.
 *
 * @param actorId - Null for what is not so, or no more.
 * @param audience - Null for what they may know whatever they read.
 */
function told(
  { group, personId }: Own,
  kind: NoticeKind,
  actorId: RowId | null,
  audience: Audience | null,
  detail = '',
): Act {
  const id = `${kind}${detail}:${group.id}:${personId}`;
  const act = actOf(group, id, actorId ?? personId, audience);
  if (actorId === null) return act;
  const thing = { type: 'Membership', id: `${group.id}:${personId}` as RowId } as const;
  return { ...act, tellings: [{ kind, thing, to: [personId], needs: 'MENTIONS' }] };
}

function actOf({ id: groupId }: Group, id: string, actorId: RowId, audience: Audience | null): Act {
  const about = { place: { type: 'Group', id: groupId }, audience } as const;
  return { id, actorId, at: 0, subjectId: null, root: null, about, tellings: [], followers: [] };
}
