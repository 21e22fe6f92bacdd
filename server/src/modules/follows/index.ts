export type { Follow, Follower, FollowLevel, FollowSource } from './follow.ts';
export type { Followable } from './followable.ts';
export type { FollowService } from './follow-service.ts';
