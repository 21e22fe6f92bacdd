export type { Wall, WallAudiences, WallKind } from './wall.ts';
export type { ReadersChange, WallFollower, WallMerge } from './wall-follower.ts';
export type { WallOwner, WallOwners } from './wall-owners.ts';
export type { WallService } from './wall-service.ts';
