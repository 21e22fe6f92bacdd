import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import type { Membership } from './group.ts';
import { type MembershipRequest, requestKinds, requestStates } from './membership-request.ts';
import type { RequestKind, RequestState } from './membership-request.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Membership: Membership;
    MembershipRequest: MembershipRequest;
  }
  interface SchemaScalars {
    MembershipRequestKind: { Input: RequestKind; Output: RequestKind };
    MembershipRequestState: { Input: RequestState; Output: RequestState };
  }
}

/** Who is in a group, and who asks to be. */
export function defineMembershipSchema(builder: Builder): void {
  builder.objectType('Membership', {
    description: 'Somebody in a group.',
    access: 'parent',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        nullable: true,
        description: 'Who.',
        resolve: ({ personId }, _args, { loaders }) => loaders.people.load(personId),
      }),
      role: t.expose('role', { type: 'GroupRole', description: 'What they are in it.' }),
      since: t.expose('since', { type: 'DateTime', description: 'When they came.' }),
    }),
  });
  builder.enumType('MembershipRequestKind', {
    description: 'Who asks whom.',
    values: {
      REQUEST: { value: requestKinds[0], description: 'Somebody asks to be let in.' },
      INVITATION: { value: requestKinds[1], description: 'Somebody is asked to come.' },
    },
  });
  builder.enumType('MembershipRequestState', {
    description: 'What came of it.',
    values: {
      OPEN: { value: requestStates[0], description: 'Nothing yet.' },
      ACCEPTED: { value: requestStates[1], description: 'They were let in.' },
      REFUSED: { value: requestStates[2], description: 'They were not.' },
    },
  });
  builder.objectType('MembershipRequest', {
    description: 'Somebody asks to be in a group, or is asked to come.',
    access: 'parent',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        nullable: true,
        description: 'Whom it is about.',
        resolve: ({ personId }, _args, { loaders }) => loaders.people.load(personId),
      }),
      kind: t.expose('kind', { type: 'MembershipRequestKind', description: 'Who asks whom.' }),
      state: t.expose('state', { type: 'MembershipRequestState', description: 'What came of it.' }),
      words: t.exposeString('words', { nullable: true, description: 'What they said with it, plain text.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    }),
  });
  defineMemberLists(builder);
}

function defineMemberLists(builder: Builder): void {
  const members = defineConnection(builder, 'Membership');
  const requests = defineConnection(builder, 'MembershipRequest');
  builder.objectFields('Group', (t) => ({
    members: t.field({
      type: members,
      description: 'Who is in it, the longest first. Of a private group, others than its members see its owners alone.',
      args: { ...connectionArgs(t), role: t.arg({ type: 'GroupRole', description: 'Only those with this role.' }) },
      reads: true,
      resolve: (group, args, { viewer, services }) => services.groups.memberships.members(viewer, group, args),
    }),
    requests: t.field({
      type: requests,
      description: 'Who waits to be let in, the longest first. Empty for viewers who do not decide.',
      args: connectionArgs(t),
      reads: true,
      resolve: (group, args, { viewer, services }) => services.groups.memberships.requests(viewer, group, args),
    }),
    viewerRequest: t.field({
      type: 'MembershipRequest',
      nullable: true,
      description: 'What the viewer asked of it, or was asked.',
      resolve: (group, _args, { loaders }) => loaders.groups.request(group.id),
    }),
  }));
}
