import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { authoredFields, defineVersions, type FormerVersion } from '../subjects/index.ts';
import { defineActivity } from './activity-schema.ts';
import type { Post } from './post.ts';
import { definePostContent } from './post-content-schema.ts';
import type { AnyPostKind } from './post-kind.ts';
import { definePostMutations } from './post-mutations.ts';
import { denialOfPinning } from './post-policy.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Post: Post;
    PostVersion: FormerVersion;
  }
}

export function definePostSchema(
  builder: Builder,
  { maxLength, kinds }: { maxLength: number; kinds: readonly AnyPostKind[] },
): void {
  const versions = defineVersions(builder, 'PostVersion', 'a post');
  builder.objectType('Post', {
    description: 'A post on a wall.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable'],
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
      viewerCanPin: t.boolean({
        description: 'Whether the viewer may pin and unpin it: communication staff may.',
        resolve: (post, _args, { viewer }) => denialOfPinning(viewer, post) === null,
      }),
    }),
  });
  defineNodeLoader(builder, 'Post', async (id, { viewer, services, loaders }) =>
    services.posts.visible(viewer, (await loaders.subjects.load('Post', id)) as Post | null),
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
      args: connectionArgs(t),
      reads: true,
      resolve: (wall, args, { viewer, services }) => services.posts.onWall(viewer, wall, args),
    }),
  );
}
