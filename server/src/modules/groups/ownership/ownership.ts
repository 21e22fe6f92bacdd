import type { Executor } from '../../../database/connect.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { PersonKind } from '../../../platform/viewer.ts';

const day = 24 * 60 * 60 * 1000;

/** For how long somebody is asked whether they take a group over, in milliseconds. */
export const offerTime = 7 * day;
/** How many are asked, one after the other, before administrators have to find an owner. */
export const mostAsked = 3;
/** What somebody wrote in a group for as long counts as being active there, in milliseconds. */
export const activeTime = 90 * day;

/** Lapsed: they did not answer in time, or were no longer somebody who could. */
export const offerStates = ['OPEN', 'DECLINED', 'LAPSED'] as const;
export type OfferState = (typeof offerStates)[number];

/** Somebody is asked whether they take over a group that has no owner. Kept until the group has one again. */
export interface OwnershipOffer {
  readonly groupId: RowId;
  readonly personId: RowId;
  readonly state: OfferState;
  readonly until: number;
}

/** A group without an owner, as administrators see it: no more than it takes to find it one. */
export interface OwnerlessGroup {
  readonly id: RowId;
  readonly handle: string;
  readonly name: string;
  readonly sortName: string;
  readonly memberCount: number;
  readonly since: number;
  /** Until when somebody is asked; null where it is for the administrators to name an owner. */
  readonly askedUntil: number | null;
}

/** What determines whether a person owns a group, or can be asked to. */
export interface Standing {
  readonly kind: PersonKind;
  readonly status: 'ACTIVE' | 'DEPARTED';
}

export interface OwnerPeople {
  /** As `executor` sees them: what is decided by it must not be a moment old. */
  rightsOf(executor: Executor, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, Standing>>;
}

/** Whether an owner counts as one: who departed or became a guest of the company owns nothing, whatever their row says. */
export function isStandingOwner(person: Standing | undefined): boolean {
  return person?.status === 'ACTIVE' && person.kind !== 'GUEST';
}

/** Whether a person can be asked: programs do not answer. */
export function canBeAsked(person: Standing | undefined): boolean {
  return isStandingOwner(person) && person!.kind !== 'SERVICE';
}
