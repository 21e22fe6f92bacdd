import { isModerator } from '../../platform/readable.ts';
import type { Builder, BuilderTypesOf, SchemaObjects } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import type { Authored } from './authored.ts';
import { canSeeVersions, didAuthor, denialOfDeleting } from './authored-policy.ts';
import { globalIdOf } from './subject.ts';
import { noVersions } from './subject-loaders.ts';

type Versions = keyof SchemaObjects & `${string}Version`;
type FieldBuilder<A> = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypesOf<Builder>, A>;

/** Defines the type of former versions, and returns their connection. @param what - As `a comment`. */
export function defineVersions(builder: Builder, name: Versions, what: string) {
  builder.objectType(name, {
    description: `The text of ${what} before an edit.`,
    access: 'parent',
    fields: (t) => ({
      body: t.expose('body' as never, { type: 'RichText', description: 'The former text.' }),
      createdAt: t.expose('createdAt' as never, {
        type: 'DateTime',
        description: 'When this version was written; ISO 8601.',
      }),
    }),
  });
  return defineConnection(builder, name);
}

/** The fields that comments and posts have in common. */
export function authoredFields<A extends Authored>(t: FieldBuilder<A>, versions: ReturnType<typeof defineVersions>) {
  // What is exposed is read without a call. TypeScript cannot tell that every `A` has what `Authored` has.
  const shown = t as unknown as FieldBuilder<Authored>;
  return {
    id: t.id({ resolve: (authored) => globalIdOf(authored), description: 'Opaque and permanent.' }),
    author: t.field({
      type: 'Person',
      nullable: true,
      description: 'The author. Null once deleted.',
      resolve: ({ deletedAt, authorId }, _args, { loaders }) =>
        deletedAt === null ? loaders.people.load(authorId) : null,
    }),
    body: t.field({
      type: 'RichText',
      nullable: true,
      description: 'The text. Null once deleted.',
      resolve: ({ deletedAt, body }) => (deletedAt === null ? body : null),
    }),
    createdAt: shown.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    editedAt: shown.expose('editedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last edited; null if never.',
    }),
    deletedAt: shown.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted; null if it is not deleted.',
    }),
    versions: t.field({
      type: versions,
      description:
        'The versions before each edit, the newest first, 20 by default. Only the author and communication staff may see them: the list is empty for everyone else.',
      args: connectionArgs(t),
      resolve: async (authored, args, { viewer, loaders }) =>
        authored.editedAt !== null && canSeeVersions(viewer, authored, await isModerator(viewer, authored))
          ? loaders.subjects.versions(authored.rowId, args)
          : noVersions(args),
    }),
    ...viewerFields(t),
  };
}

function viewerFields<A extends Authored>(t: FieldBuilder<A>) {
  return {
    viewerDidAuthor: t.boolean({
      description: 'Whether the viewer is the author. False once it is deleted and can no longer be restored.',
      resolve: (authored, _args, { viewer, services }) =>
        didAuthor(viewer, authored) && (authored.deletedAt === null || services.subjects.canRestore(viewer, authored)),
    }),
    viewerCanUpdate: t.boolean({
      description: 'Whether the viewer may edit it: the author may, for `settings.editWindow` seconds after adding it.',
      resolve: (authored, _args, { viewer, services }) => services.subjects.canUpdate(viewer, authored),
    }),
    viewerCanDelete: t.boolean({
      description: 'Whether the viewer may delete it: the author and communication staff may.',
      resolve: async (authored, _args, { viewer }) =>
        denialOfDeleting(viewer, authored, await isModerator(viewer, authored)) === null,
    }),
    viewerCanRestore: t.boolean({
      description: 'Whether the viewer may restore it: the author may, for a minute after deleting it.',
      resolve: (authored, _args, { viewer, services }) => services.subjects.canRestore(viewer, authored),
    }),
  };
}
