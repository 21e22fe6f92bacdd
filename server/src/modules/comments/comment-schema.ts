import type { Builder } from '../../graphql/builder.ts';
import { readers } from '../../graphql/access.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { authoredFields, defineVersions, type FormerVersion, type Subject } from '../subjects/index.ts';
import type { Readable } from '../../platform/readable.ts';
import { type Comment, type CommentOrder, mostAncestors } from './comment.ts';
import { defineCommentMutations } from './comment-mutations.ts';
import { defineCommentable } from './commentable-schema.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Comment: Readable<Comment>;
    CommentVersion: FormerVersion;
  }
  interface SchemaInterfaces {
    Commentable: Readable<Subject>;
  }
  interface SchemaScalars {
    CommentOrder: { Input: CommentOrder; Output: CommentOrder };
  }
}

export function defineCommentSchema(builder: Builder, { maxLength }: { maxLength: number }): void {
  const versions = defineVersions(builder, 'CommentVersion', 'a comment');
  const subject = builder.unionType('CommentSubject', {
    description: 'The subject of a discussion.',
    types: ['Page', 'Post'],
    resolveType: ({ kind }) => kind,
  });
  builder.objectType('Comment', {
    hasAudience: true,
    description: 'A comment on a page or post, or a reply to another comment.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      ...authoredFields(t, versions),
      subject: t.field({
        type: subject,
        description: 'The page or post whose discussion the comment belongs to.',
        resolve: ({ rootKind, rootId }, _args, { loaders }) => loaders.subjects.load(rootKind, rootId) as never,
      }),
      parent: t.field({
        type: 'Comment',
        nullable: true,
        description: 'The comment that it replies to; null for a comment directly on a page or post.',
        resolve: ({ depth, parentId }, _args, { loaders }) =>
          depth === 0 ? null : (loaders.subjects.load('Comment', parentId) as Promise<Readable<Comment> | null>),
      }),
      depth: t.exposeInt('depth', {
        description:
          '0 for a comment directly on a page or post, 1 for a reply to it, 2 for a reply to a reply, and so on.',
      }),
      viewerHasMailRest: t.boolean({
        description: 'Whether `viewerMailRest` is anything.',
        resolve: ({ authorId, deletedAt, hasMailRest }, _args, { viewer }) =>
          hasMailRest && viewer.id === authorId && deletedAt === null,
      }),
      viewerMailRest: t.string({
        nullable: true,
        description:
          'Of a comment that its author, the viewer, sent by mail: what was left out as no words of theirs, such as older mails and signatures. Null for others, since quoted mails have links in them that are theirs.',
        resolve: ({ id, authorId, deletedAt }, _args, { viewer, loaders }) =>
          viewer.id === authorId && deletedAt === null ? loaders.comments.mailRest(id) : null,
      }),
      ancestors: t.field({
        type: ['Comment'],
        description: 'Its ancestors, from the top comment down to its parent; the nearest 100.',
        size: mostAncestors,
        resolve: ({ depth, id }, _args, { loaders }) => (depth === 0 ? [] : loaders.comments.ancestors(id)),
      }),
    }),
  });
  defineNodeLoader(builder, 'Comment', async (id, { viewer, services, loaders }) =>
    services.comments.visible(viewer, (await loaders.subjects.load('Comment', id)) as Readable<Comment> | null),
  );
  builder.objectField('Settings', 'commentMaxLength', (t) =>
    t.int({ description: 'The maximum length of a comment, in UTF-16 code units.', resolve: () => maxLength }),
  );
  defineCommentable(builder);
  defineCommentMutations(builder);
  builder.queryField('mentionablePeople', (t) =>
    t.field({
      type: ['Person'],
      access: readers,
      description:
        'People to mention in a text: first the authors in its discussion, then the viewer’s team, then their site, then all others. Counts as a search: error RATE_LIMITED after too many.',
      args: {
        query: t.arg.string({ required: true, description: 'The text after the @; at most 200 characters.' }),
        subject: t.arg.id({ description: 'The page, post or comment that the text is a comment on.' }),
        first: t.arg.int({ defaultValue: 6, description: 'The number of people, 1 to 20.' }),
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
