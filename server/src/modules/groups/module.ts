import type { Executor } from '../../database/connect.ts';
import { defineModule, none } from '../../module.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { LiveEvent } from '../live/index.ts';
import { GroupLoaders } from './group-loaders.ts';
import { defineGroupSchema } from './group-schema.ts';
import { groupNoticeSource } from './group-notice-source.ts';
import { groupNotices } from './group-notices.ts';
import { GroupService } from './group-service.ts';
import type { GroupTables } from './group-table.ts';
import { findMemberIds } from './membership-store.ts';
import { searchJob } from './ownership/owner-search.ts';
import { groupJob, personJob } from './rule/group-rules.ts';
import { groupWalls } from './group-walls.ts';

declare module '../../database/database.ts' {
  interface Database extends GroupTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    GroupChanged: true;
    OwnGroupsChanged: true;
    MembershipChanged: true;
    MembershipRequested: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    groups: GroupService;
  }
  interface Loaders {
    groups: GroupLoaders;
  }
}

/** Which group, and no more: what a reader sees of it differs. */
const about: Pick<LiveEvent, 'fields'> = {
  fields: (t) => ({
    group: t.id({ description: 'The group, to be read again.', resolve: ({ logged }) => logged.event.subject }),
  }),
};

/** People who have something to do together, with a wall of their own. */
export const groups = defineModule({
  name: 'groups',
  needs: ['people', 'posts', 'subjects', 'walls'],
  service: ({ config, ...platform }, { people, posts, walls }) =>
    new GroupService({
      ...platform,
      people,
      walls,
      activity: async (trx, groupId, since) =>
        posts.countByAuthor(trx, await walls.rowIdOf(trx, 'group', groupId), since),
      creators: { groups: config.groupCreators, hiddenGroups: config.hiddenGroupCreators },
    }),
  loaders: ({ services, viewer }) => new GroupLoaders(services.groups, viewer),
  schema: defineGroupSchema,
  subjects: none,
  topics: {
    type: 'Group',
    followable:
      ({ groups }) =>
      async (viewer, ids) =>
        [...(await groups.finder.byIds(viewer, ids)).keys()].map((id) => [
          toGlobalId('Group', id),
          toGlobalId('Group', id),
        ]),
  },
  pageMoved: none,
  personMerged: ({ groups }) => groups,
  events: {
    GroupChanged: { description: 'The settings of a group changed.', ...about },
    OwnGroupsChanged: {
      description:
        'The viewer came into a group or is out of one, is something else in it, is asked to come, or was answered. Of all people at once whom a rule brings, none is told.',
      fields: (t) => ({
        person: t.id({ description: 'The viewer.', resolve: ({ logged }) => logged.event.subject }),
      }),
    },
    MembershipChanged: {
      description: 'People came into a group or left it, or are something else in it.',
      ...about,
      gather: true,
    },
    MembershipRequested: {
      description: 'Somebody asks to be in a group, takes that back, or was answered. For those who decide.',
      ...about,
      gather: true,
    },
  },
  wallMerged: none,
  postKind: none,
  walls: ({ groups }) => ({ group: groupWalls(groups.finder) }),
  audiences: ({ groups }) => ({
    kind: 'group',
    of: async (personId, trx) => ({
      audiences: await groups.memberships.audiencesOf(personId, trx as Executor | null),
      until: null,
    }),
    among: (executor, audience, personIds) => groups.memberships.among(executor as Executor, audience, personIds),
    members: (executor, id, which) => findMemberIds(executor as Executor, id, which),
    byName: (handle) => groups.insidersOf(handle),
    nameOf: (id) => groups.nameOf(id),
  }),
  acquaintances: ({ groups }) => ({ of: (personId) => groups.memberships.fellowsOf(personId) }),
  notices: {
    after: ['MembershipRequested', 'MembershipChanged', 'GroupChanged'],
    kinds: groupNotices,
    source: () => groupNoticeSource,
  },
  purge: none,
  jobs: {
    findGroupOwner: {
      parse: (payload) => searchJob.parse(payload),
      run: ({ groups }, job) => groups.ownership.findOwner(job),
    },
    findOwnerlessGroups: {
      parse: () => null,
      run: ({ groups }, job) => groups.ownership.findOwnerless(job),
      every: 24 * 60 * 60 * 1000,
    },
    keepGroupByRule: {
      parse: (payload) => groupJob.parse(payload),
      run: ({ groups }, job) => groups.rules.keepGroup(job),
    },
    keepPersonByRules: {
      parse: (payload) => personJob.parse(payload),
      run: ({ groups }, job) => groups.rules.keepPerson(job),
    },
  },
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
