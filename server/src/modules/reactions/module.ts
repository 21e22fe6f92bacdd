import { defineModule, none } from '../../module.ts';
import { ReactionLoaders } from './reaction-loaders.ts';
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
      description: 'People reacted, or took their reactions back. Many in a short time are told as one.',
      field: 'subject',
      fieldType: 'Reactable',
      fieldDescription: 'What they reacted to, as it is now.',
      gather: true,
    },
  },
  postKind: none,
  purge: none,
});
