import { subjectRows, type SubjectSource } from '../subjects/index.ts';
import type { WallService } from '../walls/index.ts';
import type { Post } from './post.ts';
import { findPosts } from './post-store.ts';

/** Posts as subjects. */
export function postSource(walls: WallService): SubjectSource {
  return {
    lock: subjectRows.lockSubject,
    subjectsByRowId: findPosts,
    places: async (executor, posts) => {
      const places = await walls.placesOf(executor, [...new Set(posts.map((post) => (post as Post).wallId))]);
      return new Map(
        posts.flatMap((post) => {
          const place = places.get((post as Post).wallId);
          return place ? [[post.rowId, place]] : [];
        }),
      );
    },
    topics: async (executor, post) => [await walls.topic(executor, (post as Post).wallId)],
  };
}
