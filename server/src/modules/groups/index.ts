export type { GroupService } from './group-service.ts';
