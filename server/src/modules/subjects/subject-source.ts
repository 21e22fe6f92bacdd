import type { Executor } from '../../database/connect.ts';
import type { StoredSubject } from './subject.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';

/** How a module reads and locks its subjects. Deleted ones are found too. */
export interface SubjectSource {
  /** Locks a subject against other writers until the transaction ends. */
  lock(trx: Executor, rowId: RowId): Promise<void>;
  subjectsByRowId(executor: Executor, rowIds: readonly RowId[]): Promise<StoredSubject[]>;
  /** Further topics for events about the subject: those of what it is below or on. */
  topics?(executor: Executor, subject: StoredSubject): Promise<GlobalId[]>;
}
