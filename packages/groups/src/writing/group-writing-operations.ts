// Loaded with the first thing that somebody does in a group.
import { graphql } from '@parvis/core';
import { GROUP_HEAD } from '../group.js';

export const JOIN_GROUP = graphql(
  `
    mutation JoinGroup($input: JoinGroupInput!) {
      joinGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const LEAVE_GROUP = graphql(
  `
    mutation LeaveGroup($input: LeaveGroupInput!) {
      leaveGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const REQUEST_MEMBERSHIP = graphql(
  `
    mutation RequestMembership($input: RequestMembershipInput!) {
      requestMembership(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const DECIDE_MEMBERSHIP = graphql(
  `
    mutation DecideMembership($input: DecideMembershipInput!) {
      decideMembership(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const INVITE_TO_GROUP = graphql(
  `
    mutation InviteToGroup($input: InviteToGroupInput!) {
      inviteToGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const SET_MEMBERSHIP = graphql(
  `
    mutation SetMembership($input: SetMembershipInput!) {
      setMembership(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const SET_GROUP_ARCHIVED = graphql(
  `
    mutation SetGroupArchived($input: SetGroupArchivedInput!) {
      setGroupArchived(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const DELETE_GROUP = graphql(
  `
    mutation DeleteGroup($input: DeleteGroupInput!) {
      deleteGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const RESTORE_GROUP = graphql(
  `
    mutation RestoreGroup($input: RestoreGroupInput!) {
      restoreGroup(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const ACCEPT_OWNERSHIP = graphql(
  `
    mutation AcceptOwnership($input: AcceptOwnershipInput!) {
      acceptOwnership(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);

export const DECLINE_OWNERSHIP = graphql(
  `
    mutation DeclineOwnership($input: DeclineOwnershipInput!) {
      declineOwnership(input: $input) {
        group {
          ...GroupHead
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [GROUP_HEAD],
);
