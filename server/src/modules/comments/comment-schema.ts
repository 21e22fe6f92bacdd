import type { Builder } from '../../graphql/builder.ts';
import { readers } from '../../graphql/access.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { authoredFields, defineVersions, type FormerVersion, type Subject } from '../subjects/index.ts';
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
  const versions = defineVersions(builder, 'CommentVersion', 'a comment');
  const subject = builder.unionType('CommentSubject', {
    description: 'What a discussion is about.',
    types: ['Page', 'Post'],
    resolveType: ({ kind }) => kind,
  });
  builder.objectType('Comment', {
    description: 'What somebody said of a page or post, or in answer to another comment.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      ...authoredFields(t, versions),
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
    }),
  });
  defineNodeLoader(builder, 'Comment', async (id, { viewer, services, loaders }) =>
    services.comments.visible(viewer, (await loaders.subjects.load('Comment', id)) as Comment | null),
  );
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
