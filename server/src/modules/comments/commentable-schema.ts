import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { pageRequest, toConnection } from '../../platform/connection.ts';
import { type GlobalId, localIdOf, type RowId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { globalIdOf, isStored } from '../subjects/index.ts';
import { commentOrders, keysets } from './comment.ts';
import { denialOfCommenting, denialOfLocking } from './comment-policy.ts';
import type { CommentListArgs } from './comment-lists.ts';

/** What pages, posts and comments have in common as far as comments go. */
export function defineCommentable(builder: Builder): void {
  const connection = defineConnection(builder, 'Comment');
  builder.enumType('CommentOrder', {
    description: 'What comes first in a list of comments.',
    values: {
      OLDEST: { value: commentOrders[0], description: 'As the discussion went.' },
      NEWEST: { value: commentOrders[1], description: 'The latest first.' },
      MOST_LIKED: { value: commentOrders[2], description: 'Those most people reacted to first, then the latest.' },
    },
  });
  builder.interfaceType('Commentable', {
    description: 'Anything people can comment on: a page, a post, or a comment (its comments are its answers).',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque, and the same for ever.' }),
      commentCount: t.exposeInt('commentCount', {
        description:
          'How many comments stand here that are not deleted. For a page or post: answers at every depth included; for a comment: its direct answers, tombstones that still have answers included.',
      }),
      comments: t.field({
        type: connection,
        description:
          'The comments directly below, deleted ones only as tombstones where they have answers. With `startingAt`, the list starts at that comment, or at the one whose answers hold it; ignored where the comment stands elsewhere.',
        args: {
          ...connectionArgs(t),
          order: t.arg({ type: 'CommentOrder', defaultValue: 'OLDEST', description: 'What comes first.' }),
          startingAt: t.arg.id({ description: 'The id of a comment to start at.' }),
        },
        resolve: (subject, { startingAt, ...args }, { loaders }) => {
          const list: CommentListArgs = { ...args, startingAt: startingAt ? commentIdOf(startingAt) : null };
          if (isStored(subject) && subject.commentCount > 0) return loaders.comments.below(subject, list);
          const { shape, keyOf } = keysets[args.order ?? 'OLDEST'];
          return toConnection([], pageRequest(args, shape), keyOf, 0);
        },
      }),
      lockedAt: t.expose('lockedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When the discussion was closed, if it is. A comment tells it of the page or post it is about.',
      }),
      viewerCanComment: t.boolean({
        description: 'Whether the viewer may comment.',
        resolve: (subject, _args, { viewer }) => denialOfCommenting(viewer, subject) === null,
      }),
      viewerCanLock: t.boolean({
        description:
          'Whether the viewer may close and reopen the discussion. Those of pages and posts are closed as a whole.',
        resolve: (subject, _args, { viewer }) => denialOfLocking(viewer, subject) === null,
      }),
    }),
  });
}

/** Null for what is no comment's: permalinks come from anywhere, and a list is still a list without a start. */
function commentIdOf(globalId: GlobalId): RowId | null {
  try {
    return localIdOf(globalId, 'Comment');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
