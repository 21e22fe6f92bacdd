import type { Topic } from '../../events/topic.ts';
import { type RowId, toGlobalId } from '../../platform/ids.ts';
import { type Readable, readableOf } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Viewer } from '../../platform/viewer.ts';
import { globalIdOf, type StoredSubject, type SubjectKind } from './subject.ts';
import type { SubjectService } from './subject-service.ts';

const pagesAtOnce = 100;

/** The topics of the pages that a viewer may follow. A page that moved has several ids. */
export async function pageTopics(subjects: SubjectService, viewer: Viewer, keys: readonly string[]): Promise<Topic[]> {
  const found: Topic[] = [];
  for (let from = 0; from < keys.length; from += pagesAtOnce) {
    const chunk = keys.slice(from, from + pagesAtOnce);
    const pages = await subjects.pages(viewer, chunk);
    chunk.forEach((key, index) => {
      const page = pages[index]!;
      if (!(page instanceof Refusal)) found.push([toGlobalId('Page', key), globalIdOf(page)]);
    });
  }
  return found;
}

/**
 * The comments or posts that a viewer may follow.
 *
 * @param isVisible - Whether the viewer sees a subject: one that is deleted is followed only by viewers who still do.
 */
export async function authoredTopics(
  subjects: SubjectService,
  viewer: Viewer,
  kind: SubjectKind,
  ids: readonly RowId[],
  isVisible: (subject: Readable<StoredSubject>) => boolean,
): Promise<Topic[]> {
  if (ids.length === 0) return [];
  const found = await readableOf(viewer, [...(await subjects.byRowIds(kind, ids)).values()]);
  return found.filter(isVisible).map((subject) => [globalIdOf(subject), globalIdOf(subject)]);
}
