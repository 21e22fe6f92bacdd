import type { InputFieldBuilder } from '@pothos/core';
import type { Builder, BuilderTypesOf } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

type Inputs = InputFieldBuilder<BuilderTypesOf<Builder>, 'InputObject'>;

/** What its owners do with a group. */
export function defineGroupMutations(builder: Builder): void {
  defineMutation(builder, 'addGroup', {
    description: 'Makes a group, of which the viewer is the first owner.',
    input: (t) => ({
      name: t.string({ required: true, description: 'What it is called: 80 characters at most.' }),
      handle: t.string({ description: 'A short name for addresses; without it, one is made of the name.' }),
      ...settings(t),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, name, handle, ...draft }, { viewer, services }) => {
      const group = {
        name,
        handle: handle ?? null,
        purpose: draft.purpose ?? null,
        visibility: draft.visibility ?? 'PUBLIC',
        join: draft.join ?? 'OPEN',
        rule: draft.rule ?? null,
        posting: draft.posting ?? 'MEMBERS',
        commenting: draft.commenting ?? 'MEMBERS',
        inviting: draft.inviting ?? 'MEMBERS',
      } as const;
      return { group: await services.groups.create(viewer, group, idempotencyKey) };
    },
  });
  defineMutation(builder, 'updateGroup', {
    description: 'Changes what is given, and leaves the rest. For owners and administrators.',
    input: (t) => ({
      groupId: t.id({ required: true, description: 'The group.' }),
      name: t.string({ description: 'What it is called.' }),
      ...settings(t),
      opensFormerPosts: t.boolean({
        description: 'Whether what was written while it was not public becomes visible with it. Default: no.',
      }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, ...changes }, { viewer, services }) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      return { group: await services.groups.update(viewer, localIdOf(groupId, 'Group'), given, idempotencyKey) };
    },
  });
  defineMutation(builder, 'setGroupArchived', {
    description: 'Closes a group, in which everything stays readable; or opens it again.',
    input: (t) => ({
      groupId: t.id({ required: true, description: 'The group.' }),
      archived: t.boolean({ required: true, description: 'Whether it is to be closed.' }),
    }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId, archived }, { viewer, services }) => {
      const change = { id: localIdOf(groupId, 'Group'), archived };
      return { group: await services.groups.setArchived(viewer, change, idempotencyKey) };
    },
  });
  defineMutation(builder, 'deleteGroup', {
    description: 'Takes a group away with all that was said there. Its owners can bring it back for 30 days.',
    input: (t) => ({ groupId: t.id({ required: true, description: 'The group.' }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.delete(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'restoreGroup', {
    description: 'Brings back a group that was deleted less than 30 days ago.',
    input: (t) => ({ groupId: t.id({ required: true, description: 'The group.' }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.restore(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
}

function settings(t: Inputs) {
  return {
    purpose: t.string({ description: 'What it is for: 500 characters at most.' }),
    visibility: t.field({ type: 'GroupVisibility', description: 'Who may know of it, and who reads.' }),
    join: t.field({ type: 'GroupJoin', description: 'How people become members.' }),
    rule: t.string({ description: 'Who is in it by rule, as `department = "Quality" and location = "Douai"`.' }),
    posting: t.field({ type: 'GroupWriters', description: 'Who posts on its wall.' }),
    commenting: t.field({ type: 'GroupWriters', description: 'Who comments and reacts there.' }),
    inviting: t.field({ type: 'GroupWriters', description: 'Who invites people.' }),
  };
}
