export type { Post } from './post.ts';
export { type AnyPostKind, definePostKind, type PostContent, type PostKindName } from './post-kind.ts';
export type { PostService } from './post-service.ts';
