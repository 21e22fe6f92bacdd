import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

export function defineCommentMutations(builder: Builder): void {
  const commentId = 'The comment.';
  const body = 'What it says, in the Markdown of docs/rich-text.md.';

  defineMutation(builder, 'addComment', {
    description: 'Comments on a page or post, or answers a comment.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'A page, a post, or the comment to answer.' }),
      body: t.string({ required: true, description: body }),
      page: t.field({ type: 'PageDetails', description: 'What the host page says of itself.' }),
    }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      comment: await services.comments.create(viewer, draft, idempotencyKey),
    }),
  });
  defineMutation(builder, 'updateComment', {
    description: 'Edits the viewer’s own comment. The former version is kept.',
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
    description: 'Deletes a comment. Where it has answers a tombstone stays in its place.',
    input: (t) => ({ commentId: t.id({ required: true, description: commentId }) }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, commentId }, { viewer, services }) => ({
      comment: await services.comments.delete(viewer, localIdOf(commentId, 'Comment'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'restoreComment', {
    description: 'Brings back a comment that the viewer wrote and deleted less than a minute ago.',
    input: (t) => ({ commentId: t.id({ required: true, description: commentId }) }),
    payload: { comment: 'Comment' },
    resolve: async ({ idempotencyKey, commentId }, { viewer, services }) => ({
      comment: await services.comments.restore(viewer, localIdOf(commentId, 'Comment'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'setLocked', {
    description: 'Closes the discussion of a page or post, or opens it again.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'A page or a post.' }),
      locked: t.boolean({ required: true, description: 'Whether it is to be closed.' }),
    }),
    payload: { subject: 'Commentable' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      subject: await services.comments.setLocked(viewer, draft, idempotencyKey),
    }),
  });
}
