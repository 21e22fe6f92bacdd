import type { RowId } from '../../platform/ids.ts';
/** A person asks to be let in, or was invited. */
export const requestKinds = ['REQUEST', 'INVITATION'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ['OPEN', 'ACCEPTED', 'REFUSED'] as const;
export type RequestState = (typeof requestStates)[number];

/** Whether somebody was asked to come in, and has not answered. */
export function isOpenInvitation(request: MembershipRequest | undefined): boolean {
  return request?.kind === 'INVITATION' && request.state === 'OPEN';
}

export interface MembershipRequest {
  readonly groupId: RowId;
  readonly personId: RowId;
  readonly kind: RequestKind;
  readonly words: string | null;
  readonly state: RequestState;
  readonly invitedBy: RowId | null;
  readonly decidedBy: RowId | null;
  readonly decidedAt: number | null;
  readonly createdAt: number;
}
