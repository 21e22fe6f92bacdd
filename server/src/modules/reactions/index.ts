export type { ReactionContent } from './reaction.ts';
export { ReactionLoaders } from './reaction-loaders.ts';
export { defineReactionSchema } from './reaction-schema.ts';
export { ReactionService } from './reaction-service.ts';
export type { ReactionTables } from './reaction-table.ts';
