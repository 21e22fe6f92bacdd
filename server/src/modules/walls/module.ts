import { defineModule, none } from '../../module.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { wallKey } from './wall.ts';
import { WallLoaders } from './wall-loaders.ts';
import { defineWallSchema } from './wall-schema.ts';
import { WallService } from './wall-service.ts';
import { movePageWall } from './wall-store.ts';
import type { WallTables } from './wall-table.ts';

declare module '../../database/database.ts' {
  interface Database extends WallTables {}
}
declare module '../../graphql/context.ts' {
  interface Services {
    walls: WallService;
  }
  interface Loaders {
    walls: WallLoaders;
  }
}

/** Ordered streams of posts: the company’s, a page’s, a person’s own. */
export const walls = defineModule({
  name: 'walls',
  needs: ['people', 'subjects'],
  service: (platform, { people, subjects }) => new WallService({ ...platform, people, subjects }),
  loaders: ({ services }) => new WallLoaders(services.walls),
  schema: defineWallSchema,
  subjects: none,
  topics: {
    type: 'Wall',
    followable:
      ({ walls }) =>
      (viewer, keys) =>
        walls.topics(viewer, keys),
  },
  pageMoved: () => ({
    pageMoved: movePageWall,
    topics: (pageKey) => [toGlobalId('Wall', wallKey('page', pageKey))],
  }),
  personMerged: ({ walls }) => walls,
  events: none,
  postKind: none,
  purge: none,
});
