export type { Wall } from './wall.ts';
export { WallLoaders } from './wall-loaders.ts';
export { canPinOn, obstacleToPosting } from './wall-policy.ts';
export { defineWallSchema } from './wall-schema.ts';
export { WallService } from './wall-service.ts';
export type { WallTables } from './wall-table.ts';
