import { defineModule, none } from '../../module.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { wallKey } from './wall.ts';
import { WallLoaders } from './wall-loaders.ts';
import { defineWallSchema } from './wall-schema.ts';
import { WallService } from './wall-service.ts';
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
  service: (platform, { people, subjects }, { wallMerged }) =>
    new WallService({ ...platform, people, subjects, followers: wallMerged }),
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
  pageMoved: ({ walls }) => ({
    pageMoved: (trx, move) => walls.pageMoved(trx, move),
    topics: (pageKey) => [toGlobalId('Wall', wallKey('page', pageKey))],
  }),
  personMerged: ({ walls }) => walls,
  wallMerged: none,
  events: none,
  postKind: none,
  purge: none,
  jobs: none,
});
