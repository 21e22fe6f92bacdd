export type { Wall } from './wall.ts';
export { canPinOn, denialOfPosting } from './wall-policy.ts';
export type { WallFollower, WallMerge, WallService } from './wall-service.ts';
