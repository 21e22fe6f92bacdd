export type { Comment, CommentOrder } from './comment.ts';
export type { CommentService } from './comment-service.ts';
