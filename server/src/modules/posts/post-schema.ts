import type { Builder } from '../../graphql/builder.ts';
import { localIdOf } from '../../platform/ids.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { isModerator, type Readable } from '../../platform/readable.ts';
import { authoredFields, defineVersions, type FormerVersion } from '../subjects/index.ts';
import { defineActivity } from './activity-schema.ts';
import type { Post } from './post.ts';
import { definePostContent } from './post-content-schema.ts';
import type { AnyPostKind } from './post-kind.ts';
import { definePostMutations } from './post-mutations.ts';
import { denialOfPinning } from './post-policy.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Post: Readable<Post>;
    PostVersion: FormerVersion;
  }
}

export function definePostSchema(
  builder: Builder,
  { maxLength, kinds }: { maxLength: number; kinds: readonly AnyPostKind[] },
): void {
  const versions = defineVersions(builder, 'PostVersion', 'a post');
  builder.objectType('Post', {
    hasAudience: true,
    description: 'A post on a wall.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable', 'Followable'],
    access: 'parent',
    fields: (t) => ({
      ...authoredFields(t, versions),
      linkUrl: t.string({
        nullable: true,
        description:
          'An http or https address, shown as a link below the text; the same as `linkUrl` of a `TextPost`. Null once deleted.',
        resolve: ({ deletedAt, linkUrl }) => (deletedAt === null ? linkUrl : null),
      }),
      pinnedAt: t.expose('pinnedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was pinned; null if it is not pinned.',
      }),
      wall: t.field({
        type: 'Wall',
        description: 'The wall that it is on.',
        resolve: ({ wallId }, _args, { loaders }) => loaders.walls.load(wallId),
      }),
      channel: t.field({
        type: 'Channel',
        nullable: true,
        description: 'The channel of its wall that it stands in, if it does.',
        resolve: async ({ wallId, channelId }, _args, { loaders }) =>
          channelId && ((await loaders.walls.channels(wallId)).find(({ id }) => id === channelId) ?? null),
      }),
      viewerCanPin: t.boolean({
        description: 'Whether the viewer may pin and unpin it: communication staff and who runs a group may.',
        resolve: async (post, _args, { viewer }) =>
          denialOfPinning(viewer, post, await isModerator(viewer, post)) === null,
      }),
    }),
  });
  defineNodeLoader(builder, 'Post', async (id, { viewer, services, loaders }) =>
    services.posts.visible(viewer, (await loaders.subjects.load('Post', id)) as Readable<Post> | null),
  );
  builder.objectField('Settings', 'postMaxLength', (t) =>
    t.int({ description: 'The maximum length of a post, in UTF-16 code units.', resolve: () => maxLength }),
  );
  definePostContent(builder, kinds);
  defineWallPosts(builder);
  definePostMutations(builder);
  defineActivity(builder);
}

function defineWallPosts(builder: Builder): void {
  const posts = defineConnection(builder, 'Post');
  builder.objectField('Wall', 'posts', (t) =>
    t.field({
      type: posts,
      description: 'The posts, 20 by default: pinned ones first, the last pinned at the top, then the newest first.',
      args: { ...connectionArgs(t), channelId: t.arg.id({ description: 'Only those in this channel of the wall.' }) },
      reads: true,
      resolve: (wall, { channelId, ...args }, { viewer, services }) =>
        services.posts.onWall(viewer, wall, {
          ...args,
          channelId: channelId == null ? null : localIdOf(channelId, 'Channel'),
        }),
    }),
  );
}
