import DataLoader from 'dataloader';
import type { StoredSubject, SubjectKind } from './subject.ts';
import type { SubjectService } from './subject-service.ts';

/** Gathers the subjects that one request asks for by row. */
export class SubjectLoaders {
  readonly #byKind: Record<SubjectKind, DataLoader<string, StoredSubject | null>>;

  constructor(subjects: SubjectService) {
    const loader = (kind: SubjectKind) =>
      new DataLoader<string, StoredSubject | null>(async (rowIds) => {
        const found = await subjects.byRowIds(kind, rowIds);
        return rowIds.map((rowId) => found.get(rowId) ?? null);
      });
    this.#byKind = { Page: loader('Page'), Post: loader('Post'), Comment: loader('Comment') };
  }

  load(kind: SubjectKind, rowId: string): Promise<StoredSubject | null> {
    return this.#byKind[kind].load(rowId);
  }
}
