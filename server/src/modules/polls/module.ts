import { defineModule, none } from '../../module.ts';
import { pollKind } from './poll-kind.ts';
import { PollLoaders } from './poll-loaders.ts';
import { definePollSchema } from './poll-schema.ts';
import { PollService } from './poll-service.ts';
import type { PollTables } from './poll-table.ts';

declare module '../../database/database.ts' {
  interface Database extends PollTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    PollChanged: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    polls: PollService;
  }
  interface Loaders {
    polls: PollLoaders;
  }
}
declare module '../posts/post-kind.ts' {
  interface PostKinds {
    POLL: true;
  }
}

/** Questions with answers to choose from, as posts. */
export const polls = defineModule({
  name: 'polls',
  needs: ['posts', 'subjects'],
  service: (platform, { subjects }) => new PollService({ ...platform, subjects }),
  loaders: ({ services, viewer }) => new PollLoaders(services.polls, viewer),
  schema: definePollSchema,
  subjects: none,
  topics: none,
  pageMoved: none,
  personMerged: ({ polls }) => polls,
  wallMerged: none,
  events: {
    PollChanged: {
      description: 'Votes in a poll changed, or it was closed. Many changes in a short time are one event.',
      field: 'post',
      fieldType: 'Post',
      fieldDescription: 'The post as it is now.',
      gather: true,
    },
  },
  postKind: pollKind,
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
