import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

/** How people come into a group, and out of it. */
export function defineMembershipMutations(builder: Builder): void {
  const group = 'The group.';
  defineMutation(builder, 'joinGroup', {
    description: 'Joins a group that is open to the viewer, or that they were invited to.',
    input: (t) => ({ groupId: t.id({ required: true, description: group }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.memberships.join(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'leaveGroup', {
    description: 'Leaves a group, turns down an invitation to it, or takes back a request to be in it.',
    input: (t) => ({ groupId: t.id({ required: true, description: group }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.memberships.leave(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'requestMembership', {
    description: 'Asks to be let into a group.',
    input: (t) => ({
      groupId: t.id({ required: true, description: group }),
      words: t.string({ description: 'What to say to those who decide: 500 characters at most.' }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, words }, { viewer, services }) => {
      const id = localIdOf(groupId, 'Group');
      return { group: await services.groups.memberships.request(viewer, id, words ?? null, idempotencyKey) };
    },
  });
  defineMutation(builder, 'decideMembership', {
    description: 'Lets somebody in who asks to be, or refuses.',
    input: (t) => ({
      groupId: t.id({ required: true, description: group }),
      personId: t.id({ required: true, description: 'Who asks.' }),
      accept: t.boolean({ required: true, description: 'Whether they are let in.' }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, personId, accept }, { viewer, services }) => {
      const decision = { groupId: localIdOf(groupId, 'Group'), personId: localIdOf(personId, 'Person'), accept };
      return { group: await services.groups.memberships.decide(viewer, decision, idempotencyKey) };
    },
  });
  defineMutation(builder, 'inviteToGroup', {
    description: 'Asks somebody to come into a group.',
    input: (t) => ({
      groupId: t.id({ required: true, description: group }),
      personId: t.id({ required: true, description: 'Whom to ask.' }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, personId }, { viewer, services }) => {
      const invitation = { groupId: localIdOf(groupId, 'Group'), personId: localIdOf(personId, 'Person') };
      return { group: await services.groups.memberships.invite(viewer, invitation, idempotencyKey) };
    },
  });
  defineMutation(builder, 'setMembership', {
    description: 'Gives somebody another role in a group, or takes them out.',
    input: (t) => ({
      groupId: t.id({ required: true, description: group }),
      personId: t.id({ required: true, description: 'Who.' }),
      role: t.field({ type: 'GroupRole', description: 'What they are to be; none takes them out.' }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, personId, role }, { viewer, services }) => {
      const change = {
        groupId: localIdOf(groupId, 'Group'),
        personId: localIdOf(personId, 'Person'),
        role: role ?? null,
      };
      return { group: await services.groups.memberships.setRole(viewer, change, idempotencyKey) };
    },
  });
}
