import { defineModule, none } from '../../module.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { createPeopleService } from './index.ts';
import { PeopleLoaders } from './people-loaders.ts';
import { definePeopleSchema } from './people-schema.ts';
import type { PeopleService } from './people-service.ts';
import type { PeopleTables } from './people-table.ts';

declare module '../../database/database.ts' {
  interface Database extends PeopleTables {}
}
declare module '../../graphql/context.ts' {
  interface Services {
    people: PeopleService;
  }
  interface Loaders {
    people: PeopleLoaders;
  }
}

/** The directory: its people, and how to find them. */
export const people = defineModule({
  name: 'people',
  needs: [],
  service: ({ config, ...platform }, _services, { personMerged, acquaintances }) =>
    createPeopleService({ ...platform, chatUrl: config.chatUrl, followers: personMerged, acquaintances }),
  loaders: ({ services, viewer }) => new PeopleLoaders(services.people, viewer),
  schema: definePeopleSchema,
  subjects: none,
  // What concerns one person alone is told under their id.
  topics: {
    type: 'Person',
    followable: () => (viewer, ids) =>
      Promise.resolve(
        ids.filter((id) => id === viewer.id).map((id) => [toGlobalId('Person', id), toGlobalId('Person', id)]),
      ),
  },
  pageMoved: none,
  personMerged: none,
  wallMerged: none,
  events: none,
  postKind: none,
  walls: none,
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
