export type { Post } from './post.ts';
export { definePostSchema } from './post-schema.ts';
export { PostService } from './post-service.ts';
export type { PostTables } from './post-table.ts';
