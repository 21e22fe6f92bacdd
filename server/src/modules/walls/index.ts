export type { Wall } from './wall.ts';
export { canPinOn, obstacleToPosting } from './wall-policy.ts';
export type { WallService } from './wall-service.ts';
