import type { RowId } from '../../platform/ids.ts';
import type { SubjectKind } from '../subjects/index.ts';
import type { NoticeKind, Thing } from '../../events/notices.ts';

/** All that one person is told. */
export interface Inbox {
  readonly personId: RowId;
}

/** A notice as it stands in the inbox of one person. */
export interface Notification {
  /** Of the notice: somebody else’s has the same. */
  readonly id: RowId;
  readonly kind: NoticeKind;
  readonly thing: Thing;
  /** When this person was told of the first act, and of the last. */
  readonly since: number;
  readonly lastAt: number;
  readonly seenAt: number;
  readonly readAt: number;
}

/** The acts of a notification that one person has not read yet; all of them, where they have read it. */
export interface NotifiedActs {
  /** Who did it last comes first; each person once. */
  readonly actorIds: readonly RowId[];
  /** How many they are, the person who is told not among them. */
  readonly count: number;
  /** The comment or post that the last act leads to. */
  readonly subjectId: RowId | null;
  readonly subjectKind: SubjectKind | null;
}

/** The group that a notice is about, rather than something said there: its thing is the group, or what a person is in it. */
export function groupOf({ type, id }: Thing): RowId | null {
  return type === 'Group' || type === 'Membership' ? (id.split(':')[0] as RowId) : null;
}

export function isSeen({ lastAt, seenAt }: Notification): boolean {
  return lastAt <= seenAt;
}

export function isRead({ lastAt, readAt }: Notification): boolean {
  return lastAt <= readAt;
}
