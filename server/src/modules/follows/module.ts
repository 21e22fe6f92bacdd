import { defineModule, none } from '../../module.ts';
import { FollowLoaders } from './follow-loaders.ts';
import { defineFollowSchema } from './follow-schema.ts';
import { FollowService } from './follow-service.ts';
import type { FollowTables } from './follow-table.ts';

declare module '../../database/database.ts' {
  interface Database extends FollowTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    FollowChanged: true;
  }
}
declare module '../../queue/job.ts' {
  interface JobKinds {
    endMutes: null;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    follows: FollowService;
  }
  interface Loaders {
    follows: FollowLoaders;
  }
}

/** What people follow. */
export const follows = defineModule({
  name: 'follows',
  needs: ['groups', 'people', 'subjects'],
  service: (platform, services) => new FollowService({ ...platform, ...services }),
  loaders: ({ services, viewer }) => new FollowLoaders(services.follows, viewer),
  schema: defineFollowSchema,
  subjects: none,
  topics: none,
  pageMoved: ({ follows }) => follows,
  personMerged: ({ follows }) => follows,
  wallMerged: none,
  events: {
    FollowChanged: {
      description:
        'How much the viewer hears of something changed: they chose so, in another tab perhaps, or took part there.',
      fields: (t) => ({
        source: t.id({
          description: 'The id of the page, post, person or group, to be read again.',
          resolve: ({ logged }) => logged.event.subject,
        }),
      }),
    },
  },
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: none,
  purge: ({ follows }, before) => follows.purge(before),
  jobs: {
    endMutes: {
      parse: () => null,
      run: ({ follows }, job) => follows.endMutes(job),
    },
  },
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
