import type { Builder } from '../../graphql/builder.ts';
import { readers } from '../../graphql/access.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { globalIdOf, type FormerVersion, type Subject } from '../subjects/index.ts';
import { canSeeVersions, didAuthor, noVersions, obstacleToDeleting } from '../subjects/index.ts';
import { type Comment, type CommentOrder, mostAncestors } from './comment.ts';
import { defineCommentMutations } from './comment-mutations.ts';
import { defineCommentable } from './commentable-schema.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Comment: Comment;
    CommentVersion: FormerVersion;
  }
  interface SchemaInterfaces {
    Commentable: Subject;
  }
  interface SchemaScalars {
    CommentOrder: { Input: CommentOrder; Output: CommentOrder };
  }
}

export function defineCommentSchema(builder: Builder, { maxLength }: { maxLength: number }): void {
  builder.objectType('CommentVersion', {
    description: 'What a comment said before it was edited.',
    access: 'parent',
    fields: (t) => ({
      body: t.expose('body', { type: 'RichText', description: 'What it said.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When this version was written.' }),
    }),
  });
  const versions = defineConnection(builder, 'CommentVersion');
  const subject = builder.unionType('CommentSubject', {
    description: 'What a discussion is about.',
    types: ['Page', 'Post'],
    resolveType: ({ kind }) => kind,
  });
  builder.objectType('Comment', {
    description: 'What somebody said of a page or post, or in answer to another comment.',
    interfaces: ['Node', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ resolve: (comment) => globalIdOf(comment), description: 'Opaque, and the same for ever.' }),
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
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
      editedAt: t.expose('editedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was last edited, if ever.',
      }),
      deletedAt: t.expose('deletedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was deleted, if it is.',
      }),
      subject: t.field({
        type: subject,
        description: 'The page or post that the discussion is about.',
        resolve: ({ rootKind, rootId }, _args, { loaders }) => loaders.subjects.load(rootKind, rootId) as never,
      }),
      parent: t.field({
        type: 'Comment',
        nullable: true,
        description: 'The comment it answers.',
        resolve: ({ depth, parentId }, _args, { loaders }) =>
          depth === 0 ? null : (loaders.subjects.load('Comment', parentId) as Promise<Comment | null>),
      }),
      depth: t.exposeInt('depth', {
        description: '0 for a comment on the page or post itself, 1 for an answer, 2 for an answer to an answer …',
      }),
      ancestors: t.field({
        type: ['Comment'],
        description: 'The comments above it, from the top one down to its parent; the nearest 100.',
        size: mostAncestors,
        resolve: ({ depth, id }, _args, { loaders }) => (depth === 0 ? [] : loaders.comments.ancestors(id)),
      }),
      versions: t.field({
        type: versions,
        description:
          'Former versions, latest first. Empty for viewers who may not see them: its author and communication staff may.',
        args: connectionArgs(t),
        resolve: (comment, args, { viewer, loaders }) =>
          comment.editedAt !== null && canSeeVersions(viewer, comment)
            ? loaders.subjects.versions(comment.id, args)
            : noVersions(args),
      }),
      viewerDidAuthor: t.boolean({
        description: 'Whether the viewer wrote it. False once it is deleted for good.',
        resolve: (comment, _args, { viewer, services }) =>
          didAuthor(viewer, comment) && (comment.deletedAt === null || services.comments.canRestore(viewer, comment)),
      }),
      viewerCanUpdate: t.boolean({
        description: 'Whether the viewer may edit it, which its author may for a time.',
        resolve: (comment, _args, { viewer, services }) => services.comments.canUpdate(viewer, comment),
      }),
      viewerCanDelete: t.boolean({
        description: 'Whether the viewer may delete it: its author and communication staff may.',
        resolve: (comment, _args, { viewer }) => obstacleToDeleting(viewer, comment) === null,
      }),
      viewerCanRestore: t.boolean({
        description: 'True for its author, for a minute after the deletion.',
        resolve: (comment, _args, { viewer, services }) => services.comments.canRestore(viewer, comment),
      }),
    }),
  });
  defineNodeLoader(builder, 'Comment', (id, { viewer, services }) => services.comments.visible(viewer, id));
  builder.objectField('Settings', 'commentMaxLength', (t) =>
    t.int({ description: 'How many characters a comment may have.', resolve: () => maxLength }),
  );
  defineCommentable(builder);
  defineCommentMutations(builder);
  builder.queryField('mentionablePeople', (t) =>
    t.field({
      type: ['Person'],
      access: readers,
      description:
        'People whom a text may mention: first those who write in its discussion, then those of the viewer’s team, those of their site, and the others.',
      args: {
        query: t.arg.string({ required: true, description: 'What is typed after the @; 200 characters at most.' }),
        subject: t.arg.id({ description: 'The page, post or comment that the text is written at.' }),
        first: t.arg.int({ defaultValue: 6, description: '20 people at most.' }),
      },
      reads: true,
      resolve: async (_root, { query, subject, first }, { viewer, services, searchLimit, caller }) => {
        // It searches the directory as `people` does, and counts as a search of it.
        await searchLimit.take(caller, 'people');
        const writers = subject ? await services.comments.writersAt(viewer, subject) : [];
        return services.people.mentionable(viewer, { query, writers, first: first ?? 6 });
      },
    }),
  );
}
