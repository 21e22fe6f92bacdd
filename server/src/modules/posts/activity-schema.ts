import type { Builder } from '../../graphql/builder.ts';

const maxActivity = 20;

/** `Person.activity`: the latest comments and posts of a person. */
export function defineActivity(builder: Builder): void {
  const activity = builder.unionType('Activity', {
    description: 'A comment or a post.',
    types: ['Comment', 'Post'],
    resolveType: ({ kind }) => kind,
  });
  builder.objectField('Person', 'activity', (t) =>
    t.field({
      type: [activity],
      description: 'The latest comments and posts of the person that the viewer may see, the newest first.',
      reads: true,
      args: { first: t.arg.int({ defaultValue: 5, description: 'The number of comments and posts, at most 20.' }) },
      resolve: async ({ id }, { first }, { viewer, services }) => {
        const limit = Math.min(Math.max(first ?? 5, 0), maxActivity);
        const [comments, posts] = await Promise.all([
          services.comments.latestBy(viewer, id, limit),
          services.posts.latestBy(viewer, id, limit),
        ]);
        return [...comments, ...posts].sort((one, other) => other.createdAt - one.createdAt).slice(0, limit);
      },
    }),
  );
}
