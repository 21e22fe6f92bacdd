export type { LiveEvent } from './live-event.ts';
export type { TopicService } from './topic-service.ts';
