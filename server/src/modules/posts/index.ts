export type { Post } from './post.ts';
export type { PostService } from './post-service.ts';
