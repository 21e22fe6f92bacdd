import type { GraphQLContext } from '../../graphql/context.ts';
import type { PersonKind, Viewer } from '../../platform/viewer.ts';
import { type Builder } from '../../graphql/builder.ts';
import { readers } from '../../graphql/access.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { canSeeProfile, canSeeTeam } from './people-policy.ts';
import { definePeopleMutations } from './people-mutations.ts';
import { definePeopleSearchSchema } from './search/search-schema.ts';
import { type Person, type PersonStatus, personStatuses } from './person.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Person: Person;
  }
  interface SchemaScalars {
    PersonKind: { Input: PersonKind; Output: PersonKind };
    PersonStatus: { Input: PersonStatus; Output: PersonStatus };
  }
}

const contact = (person: Person, _viewer: Viewer, { loaders }: GraphQLContext) => loaders.people.canSeeContact(person);
const team = (person: Person, viewer: Viewer) => canSeeTeam(viewer, person);
const profile = (person: Person, viewer: Viewer) => canSeeProfile(viewer, person);

/** `Person` and its queries. Other modules add `Person.wall` and `Person.activity`. */
export function definePeopleSchema(builder: Builder): void {
  builder.enumType('PersonStatus', {
    description: 'Whether a person is still with the company.',
    values: personStatuses,
  });
  builder.enumType('PersonKind', {
    description: 'What a person is to the company.',
    values: {
      EMPLOYEE: { description: 'Employed by it.' },
      CONTRACTOR: { description: 'Works for it, employed by another company.' },
      GUEST: { description: 'From outside: finds only themselves, and those who are in a group with them.' },
      SERVICE: { description: 'A program that writes.' },
    } satisfies Record<PersonKind, object>,
  });
  builder.objectType('Person', {
    description:
      'A person of the directory. Of departed people, employees see `handle`, `name` and `status`; communicators and administrators see all.',
    interfaces: ['Node', 'Followable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque and permanent.', resolve: ({ id }) => toGlobalId('Person', id) }),
      handle: t.exposeString('handle', { description: 'The name after the @ in a mention.' }),
      name: t.exposeString('name', { description: 'Their full name, as they write it.' }),
      jobTitle: t.exposeString('jobTitle', { nullable: true, access: profile, description: 'Their job title.' }),
      department: t.exposeString('department', {
        nullable: true,
        access: profile,
        description: 'The department they work in.',
      }),
      location: t.exposeString('location', { nullable: true, access: profile, description: 'The site they work at.' }),
      email: t.exposeString('email', {
        nullable: true,
        access: contact,
        description: 'Their address. Null for signed-out viewers, and once they have left.',
      }),
      phone: t.exposeString('phone', {
        nullable: true,
        access: contact,
        description: 'Their phone number. Null for signed-out viewers, and once they have left.',
      }),
      chatUrl: t.string({
        nullable: true,
        access: contact,
        description: 'A chat address made from the `PARVIS_CHAT_URL` template, if one is configured.',
        resolve: (person, _args, { services }) => services.people.chatUrl(person),
      }),
      bio: t.exposeString('bio', {
        nullable: true,
        access: profile,
        description: 'A few words about themselves, plain text.',
      }),
      avatarUrl: t.exposeString('avatarUrl', {
        nullable: true,
        access: profile,
        description: 'The address of a picture; without one, show initials.',
      }),
      expertise: t.stringList({
        description: 'Topics that colleagues may ask them about. Empty once they have left.',
        resolve: (person, _args, { viewer }) => (canSeeProfile(viewer, person) ? person.expertise : []),
      }),
      languages: t.stringList({
        description: 'The languages they speak, as BCP 47 tags. Empty once they have left.',
        resolve: (person, _args, { viewer }) => (canSeeProfile(viewer, person) ? person.languages : []),
      }),
      kind: t.expose('kind', { type: 'PersonKind', description: 'Whether they are an employee, or what else.' }),
      status: t.expose('status', { type: 'PersonStatus', description: 'Whether they are still with the company.' }),
      manager: t.field({
        type: 'Person',
        nullable: true,
        access: team,
        description: 'Their direct manager. Null for guests.',
        resolve: ({ managerId }, _args, { loaders }) => (managerId === null ? null : loaders.people.load(managerId)),
      }),
      managers: t.field({
        type: ['Person'],
        description: 'From the direct manager up to the top. Empty once they have left, and for guests.',
        size: 64,
        resolve: (person, _args, { viewer, loaders }) =>
          canSeeTeam(viewer, person) ? loaders.people.managersOf(person.id) : [],
      }),
    }),
  });
  defineNodeLoader(builder, 'Person', (id, { viewer, services }) => services.people.visible(viewer, id));

  const connection = defineConnection(builder, 'Person');
  builder.objectField('Person', 'reports', (t) =>
    t.field({
      type: connection,
      description: 'The people who report to them directly, by name. Empty once they have left, and for guests.',
      args: connectionArgs(t),
      reads: true,
      resolve: (person, args, { viewer, services }) => services.people.reports(viewer, person, args),
    }),
  );
  builder.queryField('person', (t) =>
    t.field({
      type: 'Person',
      nullable: true,
      access: readers,
      description: 'A person by handle; null where the viewer may not find them.',
      args: { handle: t.arg.string({ required: true }) },
      resolve: (_root, { handle }, { viewer, services }) => services.people.person(viewer, handle),
    }),
  );
  definePeopleSearchSchema(builder);
  definePeopleMutations(builder);
}
