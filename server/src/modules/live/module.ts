import { defineModule, none } from '../../module.ts';
import { defineEventSchema } from './event-schema.ts';
import { TopicService } from './topic-service.ts';

declare module '../../graphql/context.ts' {
  interface Services {
    live: TopicService;
  }
}

/** Live events: `Subscription.events`. */
export const live = defineModule({
  name: 'live',
  needs: ['subjects'],
  service: (_platform, _services, { topics }) => new TopicService(topics),
  loaders: none,
  schema: (builder, _platform, { events }) => defineEventSchema(builder, events),
  subjects: none,
  topics: none,
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
