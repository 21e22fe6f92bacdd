import { readers } from '../../graphql/access.ts';
import type { Builder, BuilderTypesOf } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { isSignedIn } from '../../platform/viewer.ts';
import { roleIn, type SeenGroup } from './group-finder.ts';
import {
  type GroupJoin,
  groupJoins,
  type GroupRole,
  groupRoles,
  groupVisibilities,
  type GroupVisibility,
  type GroupWriters,
  groupWriters,
} from './group.ts';
import { mostInvitations } from './group-service.ts';
import { defineGroupMutations } from './group-mutations.ts';
import {
  canSeeMembers,
  denialOfAnimating,
  denialOfInviting,
  denialOfJoining,
  denialOfManaging,
} from './group-policy.ts';
import { defineMembershipMutations } from './membership-mutations.ts';
import { defineMembershipSchema } from './membership-schema.ts';
import { defineOwnershipSchema } from './ownership/ownership-schema.ts';
import { mostConditions, parseRule, type RuleCondition } from './rule/group-rule.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Group: SeenGroup;
    GroupRuleCondition: RuleCondition;
  }
  interface SchemaScalars {
    GroupJoin: { Input: GroupJoin; Output: GroupJoin };
    GroupRole: { Input: GroupRole; Output: GroupRole };
    GroupVisibility: { Input: GroupVisibility; Output: GroupVisibility };
    GroupWriters: { Input: GroupWriters; Output: GroupWriters };
  }
}

type FieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypesOf<Builder>, SeenGroup>;

export function defineGroupSchema(builder: Builder): void {
  defineGroupEnums(builder);
  defineMembershipSchema(builder);
  builder.objectType('GroupRuleCondition', {
    description: 'What a rule asks of people.',
    access: 'parent',
    fields: (t) => ({
      field: t.exposeString('field', {
        description: 'What of them: `department`, `location`, `kind`, `language` or `manager`.',
      }),
      isNot: t.exposeBoolean('isNot', { description: 'Whether it must be something else.' }),
      value: t.exposeString('value', { description: 'What it must be.' }),
    }),
  });
  defineGroup(builder);
  defineGroupQueries(builder);
  defineGroupMutations(builder);
  defineMembershipMutations(builder);
  defineOwnershipSchema(builder);
}

function defineGroup(builder: Builder): void {
  builder.objectType('Group', {
    description: 'People who have something to do together, with a wall of their own.',
    interfaces: ['Node', 'Followable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque, and the same for ever.', resolve: ({ id }) => toGlobalId('Group', id) }),
      handle: t.exposeString('handle', { description: 'Its short name: the value of the attribute `group` of a tag.' }),
      name: t.exposeString('name', { description: 'What it is called, plain text of 80 characters at most.' }),
      purpose: t.exposeString('purpose', { nullable: true, description: 'What it is for, plain text.' }),
      visibility: t.expose('visibility', {
        type: 'GroupVisibility',
        description: 'Who may know of it, and who reads.',
      }),
      join: t.expose('join', { type: 'GroupJoin', description: 'How people become members.' }),
      rule: t.exposeString('rule', {
        nullable: true,
        description: 'Who is in it by rule, as `department = "Quality" and location = "Douai"`.',
      }),
      posting: t.expose('posting', { type: 'GroupWriters', description: 'Who posts on its wall.' }),
      commenting: t.expose('commenting', { type: 'GroupWriters', description: 'Who comments and reacts there.' }),
      inviting: t.expose('inviting', { type: 'GroupWriters', description: 'Who invites people.' }),
      archivedAt: t.expose('archivedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was closed, if it is: everything stays readable.',
      }),
      deletedAt: t.expose('deletedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was deleted, if it is. Its owners can bring it back for 30 days.',
      }),
      memberCount: t.int({
        nullable: true,
        description: 'How many people are in it. Null for viewers who may not see its members.',
        resolve: (group, _args, { viewer }) => (canSeeMembers(viewer, group, roleIn(group)) ? group.memberCount : null),
      }),
      wall: t.field({
        type: 'Wall',
        nullable: true,
        description: 'Its wall. Null for viewers who may not read it.',
        reads: true,
        resolve: ({ handle }, _args, { viewer, services }) => services.walls.wall(viewer, `group:${handle}`),
      }),
      ruleConditions: t.field({
        type: ['GroupRuleCondition'],
        nullable: true,
        description: 'The same as data, to be said in words: whoever meets all of them is in it.',
        size: mostConditions,
        resolve: ({ rule }) => (rule === null ? null : parseRule(rule)),
      }),
      viewerRole: t.field({
        type: 'GroupRole',
        nullable: true,
        description: 'What the viewer is in it, if they are.',
        resolve: (group) => roleIn(group),
      }),
      ...viewerRights(t),
    }),
  });
  defineNodeLoader(builder, 'Group', (id, { loaders }) => loaders.groups.load(id));
}

function viewerRights(t: FieldBuilder) {
  return {
    viewerCanJoin: t.boolean({
      description: 'Whether the viewer may join at once.',
      resolve: (group, _args, { viewer }) =>
        isSignedIn(viewer) && group.membership === null && denialOfJoining(viewer, group, group.isInvited) === null,
    }),
    viewerCanInvite: t.boolean({
      description: 'Whether the viewer may invite people.',
      resolve: (group, _args, { viewer }) =>
        isSignedIn(viewer) && denialOfInviting(viewer, group, roleIn(group)) === null,
    }),
    viewerCanAnimate: t.boolean({
      description: 'Whether the viewer decides who is in it, and divides its wall.',
      resolve: (group, _args, { viewer }) =>
        isSignedIn(viewer) && denialOfAnimating(viewer, group, roleIn(group)) === null,
    }),
    viewerCanManage: t.boolean({
      description: 'Whether the viewer may change its settings: its owners and administrators may.',
      resolve: (group, _args, { viewer }) => isSignedIn(viewer) && denialOfManaging(viewer, roleIn(group)) === null,
    }),
  };
}

function defineGroupQueries(builder: Builder): void {
  const connection = defineConnection(builder, 'Group');
  builder.queryField('group', (t) =>
    t.field({
      type: 'Group',
      nullable: true,
      access: readers,
      description: 'A group by its short name. Null where there is none, or the viewer may not know of it.',
      args: { handle: t.arg.string({ required: true }) },
      reads: true,
      resolve: (_root, { handle }, { viewer, services }) => services.groups.finder.byHandle(viewer, handle),
    }),
  );
  builder.queryField('groups', (t) =>
    t.field({
      type: connection,
      access: readers,
      description: 'The viewer’s groups, or those that they might join; by name.',
      args: {
        ...connectionArgs(t),
        query: t.arg.string({ description: 'Words, each the start of one in the name.' }),
        mine: t.arg.boolean({ defaultValue: false, description: 'Those that the viewer is in, rather than others.' }),
      },
      reads: true,
      resolve: (_root, { mine, ...args }, { viewer, services }) =>
        services.groups.list(viewer, { ...args, mine: mine ?? false }),
    }),
  );
  builder.queryField('groupInvitations', (t) =>
    t.field({
      type: ['Group'],
      access: readers,
      size: mostInvitations,
      description: 'The groups that the viewer is asked to come into, the last asked first; 100 at most.',
      reads: true,
      resolve: (_root, _args, { viewer, services }) => services.groups.invitations(viewer),
    }),
  );
  builder.queryField('viewerCanCreateGroups', (t) =>
    t.boolean({
      access: readers,
      description: 'Whether the viewer may make groups.',
      resolve: (_root, _args, { viewer, services }) => services.groups.canCreate(viewer),
    }),
  );
}

function defineGroupEnums(builder: Builder): void {
  builder.enumType('GroupVisibility', {
    description: 'Who may know of a group, and who reads what is said there.',
    values: {
      PUBLIC: { value: groupVisibilities[0], description: 'All employees read.' },
      PRIVATE: { value: groupVisibilities[1], description: 'Employees see that it exists; its members read.' },
      HIDDEN: { value: groupVisibilities[2], description: 'Its members alone know of it.' },
    },
  });
  builder.enumType('GroupJoin', {
    description: 'How people become members.',
    values: {
      OPEN: { value: groupJoins[0], description: 'By joining.' },
      REQUEST: { value: groupJoins[1], description: 'By asking: whoever runs the group decides.' },
      INVITE: { value: groupJoins[2], description: 'By invitation.' },
      RULE: { value: groupJoins[3], description: 'By a rule, which is kept true as people move.' },
    },
  });
  builder.enumType('GroupWriters', {
    description: 'Who may do something in a group.',
    values: {
      MEMBERS: { value: groupWriters[0], description: 'All its members.' },
      ANIMATORS: { value: groupWriters[1], description: 'Its owners and animators.' },
    },
  });
  builder.enumType('GroupRole', {
    description: 'What somebody is in a group.',
    values: {
      OWNER: { value: groupRoles[0], description: 'Decides everything about it.' },
      ANIMATOR: { value: groupRoles[1], description: 'Decides who is in it, and takes care of what is said.' },
      MEMBER: { value: groupRoles[2], description: 'Reads, posts and comments.' },
      GUEST: { value: groupRoles[3], description: 'Reads and comments.' },
    },
  });
}
