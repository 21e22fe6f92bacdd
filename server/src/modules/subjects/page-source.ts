import type { Page } from './page.ts';
import { findPagesByRowId } from './page-store.ts';
import { isStored } from './subject.ts';
import type { Place, SubjectSource } from './subject-source.ts';
import { lockSubject } from './subject-store.ts';

/** Where a page is. */
export function placeOf({ title, url, rowId }: Page): Place {
  return { name: title, url, followed: rowId && { type: 'Page', id: rowId } };
}

/** Pages as subjects. */
export const pageSource: SubjectSource = {
  lock: lockSubject,
  subjectsByRowId: async (executor, rowIds) => (await findPagesByRowId(executor, rowIds)).filter(isStored),
  places: async (_executor, pages) => new Map(pages.map((page) => [page.rowId, placeOf(page as Page)])),
};
