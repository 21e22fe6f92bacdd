import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

export function definePostMutations(builder: Builder): void {
  const post = 'The post.';
  const body = 'What it says, in the Markdown of docs/rich-text.md.';
  const link = 'An http or https address to show below the text.';

  defineMutation(builder, 'addPost', {
    description: 'Posts on a wall.',
    input: (t) => ({
      wallKey: t.string({ required: true, description: '`company`, `page:<page key>` or `person:<handle>`.' }),
      body: t.string({ required: true, description: body }),
      linkUrl: t.string({ description: `${link} The same as in \`content.text\`.` }),
      content: t.field({ type: 'PostContentInput', description: 'What it holds beside its text. None is a text.' }),
      page: t.field({ type: 'PageDetails', description: 'What the host page says of itself.' }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      post: await services.posts.create(viewer, draft, idempotencyKey),
    }),
  });
  defineMutation(builder, 'updatePost', {
    description: 'Edits the viewer’s own post. The former version is kept.',
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
    description: 'Deletes a post, and with it the discussion below.',
    input: (t) => ({ postId: t.id({ required: true, description: post }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.posts.delete(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'restorePost', {
    description: 'Brings back a post that the viewer wrote and deleted less than a minute ago.',
    input: (t) => ({ postId: t.id({ required: true, description: post }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.posts.restore(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
  defineMutation(builder, 'setPinned', {
    description: 'Keeps a post at the top of its wall, or lets go of it.',
    input: (t) => ({
      postId: t.id({ required: true, description: post }),
      pinned: t.boolean({ required: true, description: 'Whether it is to stay at the top.' }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId, pinned }, { viewer, services }) => ({
      post: await services.posts.setPinned(viewer, { id: localIdOf(postId, 'Post'), pinned }, idempotencyKey),
    }),
  });
}
