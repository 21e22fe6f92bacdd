import type { Builder, BuilderTypesOf, SchemaObjects } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import type { Authored } from './authored.ts';
import { canSeeVersions, didAuthor, denialOfDeleting } from './authored-policy.ts';
import { globalIdOf } from './subject.ts';
import { noVersions } from './subject-loaders.ts';

type Versions = keyof SchemaObjects & `${string}Version`;
type FieldBuilder<A> = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypesOf<Builder>, A>;

/** Defines what something said before it was edited, and answers the list of those. @param what - As `a comment`. */
export function defineVersions(builder: Builder, name: Versions, what: string) {
  builder.objectType(name, {
    description: `What ${what} said before it was edited.`,
    access: 'parent',
    fields: (t) => ({
      body: t.expose('body' as never, { type: 'RichText', description: 'What it said.' }),
      createdAt: t.expose('createdAt' as never, { type: 'DateTime', description: 'When this version was written.' }),
    }),
  });
  return defineConnection(builder, name);
}

/** The fields of what somebody wrote. */
export function authoredFields<A extends Authored>(t: FieldBuilder<A>, versions: ReturnType<typeof defineVersions>) {
  // What is exposed is read without a call. TypeScript cannot tell that every `A` has what `Authored` has.
  const shown = t as unknown as FieldBuilder<Authored>;
  return {
    id: t.id({ resolve: (authored) => globalIdOf(authored), description: 'Opaque, and the same for ever.' }),
    author: t.field({
      type: 'Person',
      nullable: true,
      description: 'Who wrote it. Null once deleted.',
      resolve: ({ deletedAt, authorId }, _args, { loaders }) =>
        deletedAt === null ? loaders.people.load(authorId) : null,
    }),
    body: t.field({
      type: 'RichText',
      nullable: true,
      description: 'What it says. Null once deleted.',
      resolve: ({ deletedAt, body }) => (deletedAt === null ? body : null),
    }),
    createdAt: shown.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    editedAt: shown.expose('editedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last edited, if ever.',
    }),
    deletedAt: shown.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted, if it is.',
    }),
    versions: t.field({
      type: versions,
      description:
        'Former versions, latest first. Empty for viewers who may not see them: its author and communication staff may.',
      args: connectionArgs(t),
      resolve: (authored, args, { viewer, loaders }) =>
        authored.editedAt !== null && canSeeVersions(viewer, authored)
          ? loaders.subjects.versions(authored.rowId, args)
          : noVersions(args),
    }),
    ...viewerFields(t),
  };
}

function viewerFields<A extends Authored>(t: FieldBuilder<A>) {
  return {
    viewerDidAuthor: t.boolean({
      description: 'Whether the viewer wrote it. False once it is deleted for good.',
      resolve: (authored, _args, { viewer, services }) =>
        didAuthor(viewer, authored) && (authored.deletedAt === null || services.subjects.canRestore(viewer, authored)),
    }),
    viewerCanUpdate: t.boolean({
      description: 'Whether the viewer may edit it, which its author may for a time.',
      resolve: (authored, _args, { viewer, services }) => services.subjects.canUpdate(viewer, authored),
    }),
    viewerCanDelete: t.boolean({
      description: 'Whether the viewer may delete it: its author and communication staff may.',
      resolve: (authored, _args, { viewer }) => denialOfDeleting(viewer, authored) === null,
    }),
    viewerCanRestore: t.boolean({
      description: 'True for its author, for a minute after the deletion.',
      resolve: (authored, _args, { viewer, services }) => services.subjects.canRestore(viewer, authored),
    }),
  };
}
