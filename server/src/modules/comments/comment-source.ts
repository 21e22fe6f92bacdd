import type { RowId } from '../../platform/ids.ts';
import { type SubjectKind, subjectRows, type SubjectService, type SubjectSource } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import * as store from './comment-store.ts';

/** Comments as subjects. */
export function commentSource(subjects: SubjectService): SubjectSource {
  return {
    // Locks the whole discussion: a reply changes the counters of its ancestors.
    lock: async (trx, id) => {
      const rootId = await store.rootIdOf(trx, id);
      if (rootId) await subjectRows.lockSubject(trx, rootId);
    },
    subjectsByRowId: store.findComments,
    topics: async (executor, comment) => {
      const { rootKind, rootId } = comment as Comment;
      return subjects.topicsOf(executor, rootKind, rootId);
    },
    places: async (executor, comments) => {
      const places = await subjects.places.of(
        comments.map((comment) => rootOf(comment as Comment)),
        executor,
      );
      return new Map(
        comments.flatMap((comment) => {
          const place = places.get((comment as Comment).rootId);
          return place ? [[comment.rowId, place]] : [];
        }),
      );
    },
  };
}

function rootOf({ rootKind, rootId }: Comment): { kind: SubjectKind; rowId: RowId } {
  return { kind: rootKind, rowId: rootId };
}
