export type { Comment, CommentOrder } from './comment.ts';
export { CommentLoaders } from './comment-loaders.ts';
export { defineCommentSchema } from './comment-schema.ts';
export { CommentService } from './comment-service.ts';
export type { CommentTables } from './comment-table.ts';
