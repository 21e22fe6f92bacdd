import { defaultReaders } from '../../platform/audience.ts';
import { defineModule, none } from '../../module.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { wallKey } from './wall.ts';
import { companyWall, pageWalls, personWalls } from './wall-owners.ts';
import { WallLoaders } from './wall-loaders.ts';
import { defineWallSchema } from './wall-schema.ts';
import { WallService } from './wall-service.ts';
import type { WallTables } from './wall-table.ts';

declare module '../../database/database.ts' {
  interface Database extends WallTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    ChannelsChanged: true;
  }
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
  service: ({ config, ...platform }, { subjects }, { wallMerged, wallOwners }) =>
    new WallService({
      ...platform,
      subjects,
      readers: defaultReaders(config),
      owners: wallOwners,
      followers: wallMerged,
    }),
  loaders: ({ services, viewer }) => new WallLoaders(services.walls, viewer),
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
    readersChanged: (trx, pages) => walls.pageReadersChanged(trx, pages),
    topics: (pageKey) => [toGlobalId('Wall', wallKey('page', pageKey))],
  }),
  personMerged: ({ walls }) => walls,
  wallMerged: none,
  events: {
    ChannelsChanged: {
      description: 'A channel of a wall was added or changed.',
      fields: (t) => ({
        wall: t.id({ description: 'The wall, to be read again.', resolve: ({ logged }) => logged.event.subject }),
      }),
    },
  },
  postKind: none,
  walls: ({ people, subjects, walls: { readers } }) => ({
    company: companyWall(readers),
    page: pageWalls(subjects),
    person: personWalls(people, readers),
  }),
  audiences: none,
  acquaintances: none,
  notices: none,
  purge: none,
  jobs: none,
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
