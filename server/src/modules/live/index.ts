export { defineEventSchema } from './event-schema.ts';
export { TopicService } from './topic-service.ts';
