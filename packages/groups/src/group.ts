import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import type { PanelName } from './panel/panel-events.js';

/** What the head of a group shows, and what its viewer may do. */
export const GROUP_HEAD = graphql(
  `
    fragment GroupHead on Group {
      id
      handle
      name
      purpose
      visibility
      join
      ruleConditions {
        field
        isNot
        value
      }
      archivedAt
      deletedAt
      memberCount
      viewerRole
      viewerCanJoin
      viewerCanInvite
      viewerCanAnimate
      viewerCanManage
      ownershipOffer {
        until
      }
      viewerRequest {
        kind
        state
      }
      faces: members(first: 4) {
        nodes {
          person {
            ...PersonFields
          }
        }
      }
      owners: members(first: 2, role: OWNER) {
        nodes {
          person {
            ...PersonFields
          }
        }
      }
      waiting: requests(first: 1) {
        totalCount
      }
      wall {
        id
        viewerCanDivide
        channels {
          id
          name
          archivedAt
        }
      }
    }
  `,
  [PERSON_FIELDS],
);

export type Group = ResultOf<typeof GROUP_HEAD>;
export type GroupVisibility = Group['visibility'];
export type GroupJoin = Group['join'];
export type GroupRole = NonNullable<Group['viewerRole']>;

/** What the viewer is to a group, as far as that decides what they are shown. */
export type Standing = 'member' | 'invited' | 'asked' | 'refused' | 'outside';

export function standingIn({ viewerRole, viewerRequest }: Group): Standing {
  if (viewerRole) return 'member';
  if (viewerRequest?.state === 'OPEN') return viewerRequest.kind === 'INVITATION' ? 'invited' : 'asked';
  return viewerRequest?.kind === 'REQUEST' && viewerRequest.state === 'REFUSED' ? 'refused' : 'outside';
}

/** Whether the viewer reads what is said in it. Administrators manage groups whose talk they do not read. */
export const canRead = ({ wall }: Group): boolean => !!wall;

/** Whether the viewer may see a panel, as far as that can change while it is open. */
export function mayOpen(panel: PanelName, group: Group): boolean {
  switch (panel) {
    case 'members':
      return group.memberCount !== null;
    case 'requests':
      return group.viewerCanAnimate;
    case 'invite':
      return group.viewerCanInvite;
    case 'channels':
      return !!group.wall?.viewerCanDivide;
    case 'settings':
      return group.viewerCanManage;
    default:
      return true;
  }
}

export type GroupWall = NonNullable<Group['wall']>;
export type Channel = GroupWall['channels'][number];
