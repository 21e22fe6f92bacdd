import { subjectRows, type SubjectSource } from '../subjects/index.ts';
import type { WallService } from '../walls/index.ts';
import type { Post } from './post.ts';
import { findPosts } from './post-store.ts';

/** Posts as subjects. */
export function postSource(walls: WallService): SubjectSource {
  return {
    lock: subjectRows.lockSubject,
    subjectsByRowId: findPosts,
    topics: async (executor, post) => [await walls.topic(executor, (post as Post).wallId)],
  };
}
