import { readers } from '../../../graphql/access.ts';
import type { Builder } from '../../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../../graphql/connection-type.ts';
import { defineMutation } from '../../../graphql/mutation.ts';
import { localIdOf, toGlobalId } from '../../../platform/ids.ts';
import type { OwnerlessGroup, OwnershipOffer } from './ownership.ts';

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    OwnerlessGroup: OwnerlessGroup;
    OwnershipOffer: OwnershipOffer;
  }
}

/** Groups without an owner: who is asked to take one over, and what administrators see of them. */
export function defineOwnershipSchema(builder: Builder): void {
  builder.objectType('OwnershipOffer', {
    description: 'The viewer is asked whether they take over a group that has no owner any more.',
    access: 'parent',
    fields: (t) => ({
      until: t.expose('until', { type: 'DateTime', description: 'When somebody else is asked, without an answer.' }),
    }),
  });
  builder.objectField('Group', 'ownershipOffer', (t) =>
    t.field({
      type: 'OwnershipOffer',
      nullable: true,
      description: 'What the viewer is asked; null where they are not, whoever else is.',
      resolve: ({ id, archivedAt, deletedAt }, _args, { loaders }) =>
        archivedAt === null && deletedAt === null ? loaders.groups.ownershipOffer(id) : null,
    }),
  );
  defineOwnerlessGroups(builder);
  defineOwnershipMutations(builder);
}

function defineOwnerlessGroups(builder: Builder): void {
  builder.objectType('OwnerlessGroup', {
    description:
      'A group whose owners have all left the company, as administrators see it. They name an owner with `setMembership`.',
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'That of the group.', resolve: ({ id }) => toGlobalId('Group', id) }),
      handle: t.exposeString('handle', { description: 'Its short name.' }),
      name: t.exposeString('name', { description: 'What it is called.' }),
      memberCount: t.exposeInt('memberCount', { description: 'How many people are in it.' }),
      since: t.expose('since', { type: 'DateTime', description: 'Since when it has no owner.' }),
      askedUntil: t.expose('askedUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'Until when one of its members is asked to take it over; null where nobody is, or is left to be.',
      }),
    }),
  });
  const connection = defineConnection(builder, 'OwnerlessGroup');
  builder.queryField('ownerlessGroups', (t) =>
    t.field({
      type: connection,
      access: readers,
      description: 'The groups without an owner, by name. For administrators; empty for others.',
      args: connectionArgs(t),
      reads: true,
      resolve: (_root, args, { viewer, services }) => services.groups.ownership.ownerless(viewer, args),
    }),
  );
}

function defineOwnershipMutations(builder: Builder): void {
  defineMutation(builder, 'acceptOwnership', {
    description: 'Takes over a group that has no owner. For whoever is asked: see `Group.ownershipOffer`.',
    input: (t) => ({ groupId: t.id({ required: true, description: 'The group.' }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.ownership.accept(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'declineOwnership', {
    description: 'Leaves a group that has no owner to others: the next of its members is asked.',
    input: (t) => ({ groupId: t.id({ required: true, description: 'The group.' }) }),
    payload: { group: 'Group' },
    resolve: async ({ idempotencyKey, groupId }, { viewer, services }) => ({
      group: await services.groups.ownership.decline(viewer, localIdOf(groupId, 'Group'), idempotencyKey),
    }),
  });
}
