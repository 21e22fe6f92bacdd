import type { Executor } from '../../database/connect.ts';
import type { Followed } from '../../events/notices.ts';
import type { StoredSubject } from './subject.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';

/** How a module reads and locks its subjects. Deleted ones are found too. */
export interface SubjectSource {
  /** Locks a subject against other writers until the transaction ends. */
  lock(trx: Executor, rowId: RowId): Promise<void>;
  subjectsByRowId(executor: Executor, rowIds: readonly RowId[]): Promise<StoredSubject[]>;
  /** Further topics for events about the subject: those of what it is below or on. */
  topics?(executor: Executor, subject: StoredSubject): Promise<GlobalId[]>;
  /** Where subjects stand, by the ids of their rows; without those of which that is not known. */
  places(executor: Executor, subjects: readonly StoredSubject[]): Promise<Map<RowId, Place>>;
}

/** Where something stands, for words such as “on Menu of the week”. */
export interface Place {
  /** The title of a page, the name of a group; null where it has none. */
  readonly name: string | null;
  /** The address of the page; null where that is not known. */
  readonly url: string | null;
  /** The page, person or group that it is: what one follows to hear of all that is there. Null for what cannot be followed. */
  readonly followed: Followed | null;
}
