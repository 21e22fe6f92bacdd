import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { pageRequest, toConnection } from '../../platform/connection.ts';
import { type GlobalId, localIdOf, type RowId } from '../../platform/ids.ts';
import { isModerator, type Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import { globalIdOf, isStored } from '../subjects/index.ts';
import { type Comment, commentOrders, keysets } from './comment.ts';
import { denialOfCommenting, denialOfLocking } from './comment-policy.ts';
import type { CommentListArgs } from './comment-lists.ts';

/** The interface `Commentable`, of pages, posts and comments. */
export function defineCommentable(builder: Builder): void {
  const connection = defineConnection(builder, 'Comment');
  builder.enumType('CommentOrder', {
    description: 'The order of a list of comments.',
    values: {
      OLDEST: { value: commentOrders[0], description: 'The oldest first.' },
      NEWEST: { value: commentOrders[1], description: 'The newest first.' },
      MOST_LIKED: {
        value: commentOrders[2],
        description: 'By number of reactions, the highest first, then the newest first.',
      },
    },
  });
  builder.interfaceType('Commentable', {
    description:
      'Something that people can comment on: a page, a post or a comment. The comments of a comment are its replies.',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque, and the same for ever.' }),
      commentCount: t.exposeInt('commentCount', {
        description:
          'The number of comments. For a page or post: comments at every depth, without deleted ones. For a comment: its direct replies, including deleted ones that have replies themselves.',
      }),
      comments: t.field({
        type: connection,
        description:
          'The comments directly below, 20 by default. A deleted comment is in the list, without its content, as long as it has replies. With `startingAt`, the list starts at that comment or at its ancestor in this list; if there is none, `startingAt` is ignored.',
        args: {
          ...connectionArgs(t),
          order: t.arg({ type: 'CommentOrder', defaultValue: 'OLDEST', description: 'The order of the list.' }),
          startingAt: t.arg.id({ description: 'The id of a comment to start at.' }),
        },
        resolve: (subject, { startingAt, ...args }, { loaders }) => {
          const list: CommentListArgs = { ...args, startingAt: startingAt ? commentIdOf(startingAt) : null };
          if (isStored(subject) && subject.commentCount > 0) return loaders.comments.below(subject, list);
          const { shape, keyOf } = keysets[args.order ?? 'OLDEST'];
          return toConnection<Readable<Comment>>([], pageRequest(args, shape), keyOf, 0);
        },
      }),
      lockedAt: t.expose('lockedAt', {
        type: 'DateTime',
        nullable: true,
        description:
          'When the discussion was locked; null if it is open. For a comment: when the discussion of its page or post was locked.',
      }),
      readers: t.field({
        type: 'Readers',
        description: 'Who reads what is said here.',
        resolve: (subject, _args, { services }) => services.subjects.readersOf(subject),
      }),
      viewerCanComment: t.boolean({
        description: 'Whether the viewer may comment here.',
        resolve: async (subject, _args, { viewer }) =>
          denialOfCommenting(viewer, subject, await viewer.readership.isIn(subject.writers)) === null,
      }),
      viewerCanLock: t.boolean({
        description:
          'Whether the viewer may lock and unlock the discussion. False for a comment: only the whole discussion of a page or post can be locked.',
        resolve: async (subject, _args, { viewer }) =>
          denialOfLocking(viewer, subject, await isModerator(viewer, subject)) === null,
      }),
    }),
  });
}

/** Null for anything but the id of a comment: permalinks come from anywhere, and `startingAt` is then ignored. */
function commentIdOf(globalId: GlobalId): RowId | null {
  try {
    return localIdOf(globalId, 'Comment');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
