import { findPagesByRowId } from './page-store.ts';
import { isStored } from './subject.ts';
import type { SubjectSource } from './subject-source.ts';
import { lockSubject } from './subject-store.ts';

/** Pages as subjects. */
export const pageSource: SubjectSource = {
  lock: lockSubject,
  subjectsByRowId: async (executor, rowIds) => (await findPagesByRowId(executor, rowIds)).filter(isStored),
};
