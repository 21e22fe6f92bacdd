import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

export function defineCommentMutations(builder: Builder): void {
  const commentId = 'The id of the comment.';
  const body = 'The text, in the Markdown of docs/rich-text.md; at most `settings.commentMaxLength` long.';

  defineMutation(builder, 'addComment', {
    description: 'Adds a comment to a page or post, or a reply to a comment. Error LOCKED if the discussion is locked.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'The id of a page, a post, or the comment to reply to.' }),
      body: t.string({ required: true, description: body }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
    }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      comment: await services.comments.create(viewer, draft, idempotencyKey),
    }),
  });
  defineMutation(builder, 'updateComment', {
    description:
      'Edits a comment of the viewer and keeps the former version. Error EDIT_WINDOW_CLOSED after `settings.editWindow`.',
    input: (t) => ({
      commentId: t.id({ required: true, description: commentId }),
      body: t.string({ required: true, description: body }),
    }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, commentId, body }, { viewer, services }) => ({
      comment: await services.comments.update(viewer, localIdOf(commentId, 'Comment'), body, idempotencyKey),
    }),
  });
  defineMutation(builder, 'deleteComment', {
    description: 'Deletes a comment. If it has replies, it stays in the list without its content.',
    input: (t) => ({ commentId: t.id({ required: true, description: commentId }) }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, commentId }, { viewer, services }) => ({
      comment: await services.comments.delete(viewer, localIdOf(commentId, 'Comment'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'restoreComment', {
    description:
      'Restores a comment that the viewer wrote and deleted less than a minute ago. Error RESTORE_WINDOW_CLOSED after that.',
    input: (t) => ({ commentId: t.id({ required: true, description: commentId }) }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, commentId }, { viewer, services }) => ({
      comment: await services.comments.restore(viewer, localIdOf(commentId, 'Comment'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'setLocked', {
    description:
      'Locks or unlocks the discussion of a page or post, for communication staff. A locked discussion takes no comments.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'The id of a page or a post.' }),
      locked: t.boolean({ required: true, description: 'True to lock it, false to unlock it.' }),
    }),
    payload: { subject: 'Commentable' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      subject: await services.comments.setLocked(viewer, draft, idempotencyKey),
    }),
  });
}
