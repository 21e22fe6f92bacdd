export type { ReactionContent } from './reaction.ts';
export type { ReactionService } from './reaction-service.ts';
