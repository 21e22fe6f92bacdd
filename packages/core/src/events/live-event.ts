import type { ResultOf } from '../graphql/graphql.js';
import type { COMMENT, EVENTS, POST, REACTIONS } from './event-operations.js';

export type LiveEvent = ResultOf<typeof EVENTS>['events'];
export type LiveComment = ResultOf<typeof COMMENT>;
export type LivePost = ResultOf<typeof POST>;
export type LiveReactions = ResultOf<typeof REACTIONS>;
