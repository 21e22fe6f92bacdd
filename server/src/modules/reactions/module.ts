import { defineModule, none } from '../../module.ts';
import { ReactionLoaders } from './reaction-loaders.ts';
import { reactionNotices, reactionNoticeSource } from './reaction-notices.ts';
import { defineReactionSchema } from './reaction-schema.ts';
import { ReactionService } from './reaction-service.ts';
import type { ReactionTables } from './reaction-table.ts';

declare module '../../database/database.ts' {
  interface Database extends ReactionTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    ReactionsChanged: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    reactions: ReactionService;
  }
  interface Loaders {
    reactions: ReactionLoaders;
  }
}

/** Who feels what about what. */
export const reactions = defineModule({
  name: 'reactions',
  needs: ['people', 'subjects'],
  service: ({ config, ...platform }, { subjects }) =>
    new ReactionService({ ...platform, subjects, offered: config.reactions }),
  loaders: ({ services, viewer }) => new ReactionLoaders(services.reactions, viewer),
  schema: defineReactionSchema,
  subjects: none,
  topics: none,
  pageMoved: ({ reactions }) => reactions,
  personMerged: ({ reactions }) => reactions,
  wallMerged: none,
  events: {
    ReactionsChanged: {
      description: 'Reactions to a subject changed. Many changes in a short time are one event.',
      field: 'subject',
      fieldType: 'Reactable',
      fieldDescription: 'The subject in its current state.',
      gather: true,
    },
  },
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: {
    after: ['ReactionsChanged'],
    kinds: reactionNotices,
    source: ({ subjects }) => reactionNoticeSource(subjects),
  },
  purge: none,
  jobs: none,
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
