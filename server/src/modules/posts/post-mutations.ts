import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

export function definePostMutations(builder: Builder): void {
  const post = 'The id of the post.';
  const body = 'The text, in the Markdown of docs/rich-text.md; at most `settings.postMaxLength` long.';
  const link = 'An http or https address to show below the text.';

  defineMutation(builder, 'addPost', {
    description: 'Adds a post to a wall. Error NOT_FOUND if there is no such wall.',
    input: (t) => ({
      wallKey: t.string({ required: true, description: '`company`, `page:<page key>` or `person:<handle>`.' }),
      channelId: t.id({ description: 'The channel of the wall to post in.' }),
      body: t.string({ required: true, description: body }),
      linkUrl: t.string({ description: `${link} The same as in \`content.text\`.` }),
      content: t.field({
        type: 'PostContentInput',
        description: 'Its content beside the text; without it, the post is a `TextPost`.',
      }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, channelId, ...content }, { viewer, services }) => {
      const draft = { ...content, channelId: channelId == null ? null : localIdOf(channelId, 'Channel') };
      return { post: await services.posts.create(viewer, draft, idempotencyKey) };
    },
  });
  defineMutation(builder, 'updatePost', {
    description:
      'Edits a post of the viewer and keeps the former version. Error EDIT_WINDOW_CLOSED after `settings.editWindow`.',
    input: (t) => ({
      postId: t.id({ required: true, description: post }),
      body: t.string({ required: true, description: body }),
      linkUrl: t.string({ description: `${link} Without it the post has none.` }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId, ...edit }, { viewer, services }) => ({
      post: await services.posts.update(viewer, { id: localIdOf(postId, 'Post'), ...edit }, idempotencyKey),
    }),
  });
  defineMutation(builder, 'deletePost', {
    description: 'Deletes a post together with its discussion.',
    input: (t) => ({ postId: t.id({ required: true, description: post }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.posts.delete(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'restorePost', {
    description:
      'Restores a post that the viewer wrote and deleted less than a minute ago. Error RESTORE_WINDOW_CLOSED after that.',
    input: (t) => ({ postId: t.id({ required: true, description: post }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.posts.restore(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'setPinned', {
    description: 'Pins a post to the top of its wall, or unpins it; for communication staff.',
    input: (t) => ({
      postId: t.id({ required: true, description: post }),
      pinned: t.boolean({ required: true, description: 'True to pin it, false to unpin it.' }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId, pinned }, { viewer, services }) => ({
      post: await services.posts.setPinned(viewer, { id: localIdOf(postId, 'Post'), pinned }, idempotencyKey),
    }),
  });
}
