import type { Builder } from '../../graphql/builder.ts';

const maxActivity = 20;

/** What somebody wrote, wherever it stands. */
export function defineActivity(builder: Builder): void {
  const activity = builder.unionType('Activity', {
    description: 'What somebody wrote.',
    types: ['Comment', 'Post'],
    resolveType: ({ kind }) => kind,
  });
  builder.objectField('Person', 'activity', (t) =>
    t.field({
      type: [activity],
      description: 'Latest comments and posts that the viewer may see, latest first; 20 at most.',
      reads: true,
      args: { first: t.arg.int({ defaultValue: 5, description: 'How many.' }) },
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
