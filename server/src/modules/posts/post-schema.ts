import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import {
  canSeeVersions,
  didAuthor,
  type FormerVersion,
  globalIdOf,
  noVersions,
  obstacleToDeleting,
} from '../subjects/index.ts';
import { defineActivity } from './activity-schema.ts';
import type { Post } from './post.ts';
import { definePostMutations } from './post-mutations.ts';
import { obstacleToPinning } from './post-policy.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Post: Post;
    PostVersion: FormerVersion;
  }
}

export function definePostSchema(builder: Builder, { maxLength }: { maxLength: number }): void {
  builder.objectType('PostVersion', {
    description: 'What a post said before it was edited.',
    access: 'parent',
    fields: (t) => ({
      body: t.expose('body', { type: 'RichText', description: 'What it said.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When this version was written.' }),
    }),
  });
  const versions = defineConnection(builder, 'PostVersion');
  builder.objectType('Post', {
    description: 'What somebody put on a wall.',
    interfaces: ['Node', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ resolve: (post) => globalIdOf(post), description: 'Opaque, and the same for ever.' }),
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
      linkUrl: t.string({
        nullable: true,
        description: 'An http or https address shown as a link below the text.',
        resolve: ({ deletedAt, linkUrl }) => (deletedAt === null ? linkUrl : null),
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
      pinnedAt: t.expose('pinnedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was pinned, if it is.',
      }),
      wall: t.field({
        type: 'Wall',
        description: 'The wall it stands on.',
        resolve: ({ wallId }, _args, { loaders }) => loaders.walls.load(wallId),
      }),
      versions: t.field({
        type: versions,
        description:
          'Former versions, latest first. Empty for viewers who may not see them: its author and communication staff may.',
        args: connectionArgs(t),
        resolve: (post, args, { viewer, loaders }) =>
          post.editedAt !== null && canSeeVersions(viewer, post)
            ? loaders.subjects.versions(post.id, args)
            : noVersions(args),
      }),
      viewerDidAuthor: t.boolean({
        description: 'Whether the viewer wrote it.',
        resolve: (post, _args, { viewer }) => didAuthor(viewer, post),
      }),
      viewerCanUpdate: t.boolean({
        description: 'Whether the viewer may edit it, which its author may for a time.',
        resolve: (post, _args, { viewer, services }) => services.posts.canUpdate(viewer, post),
      }),
      viewerCanDelete: t.boolean({
        description: 'Whether the viewer may delete it: its author and communication staff may.',
        resolve: (post, _args, { viewer }) => obstacleToDeleting(viewer, post) === null,
      }),
      viewerCanRestore: t.boolean({
        description: 'True for its author, for a minute after the deletion.',
        resolve: (post, _args, { viewer, services }) => services.posts.canRestore(viewer, post),
      }),
      viewerCanPin: t.boolean({
        description: 'Whether the viewer may pin it: communication staff may.',
        resolve: (post, _args, { viewer }) => obstacleToPinning(viewer, post) === null,
      }),
    }),
  });
  defineNodeLoader(builder, 'Post', (id, { viewer, services }) => services.posts.visible(viewer, id));
  builder.objectField('Settings', 'postMaxLength', (t) =>
    t.int({ description: 'How many characters a post may have.', resolve: () => maxLength }),
  );
  defineWallPosts(builder);
  definePostMutations(builder);
  defineActivity(builder);
}

function defineWallPosts(builder: Builder): void {
  const posts = defineConnection(builder, 'Post');
  builder.objectField('Wall', 'posts', (t) =>
    t.field({
      type: posts,
      description: 'Pinned posts first, then the latest first.',
      args: connectionArgs(t),
      reads: true,
      resolve: (wall, args, { viewer, services }) => services.posts.onWall(viewer, wall, args),
    }),
  );
}
