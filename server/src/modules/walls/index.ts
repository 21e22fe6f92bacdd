export type { Wall } from './wall.ts';
export { canPinOn, denialOfPosting } from './wall-policy.ts';
export type { WallService } from './wall-service.ts';
