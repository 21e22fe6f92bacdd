import type { Executor } from '../../database/connect.ts';
import type { StoredSubject } from './subject.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';

/** A module whose rows are subjects. It finds them by row id, deleted ones too. */
export interface SubjectSource {
  /** Lets nobody else write at a subject until the transaction ends. */
  lock(trx: Executor, rowId: RowId): Promise<void>;
  subjectsByRowId(executor: Executor, rowIds: readonly RowId[]): Promise<StoredSubject[]>;
  /** The topics, beside the subject itself, whose readers are to know what happens to it. */
  topics?(executor: Executor, subject: StoredSubject): Promise<GlobalId[]>;
}
