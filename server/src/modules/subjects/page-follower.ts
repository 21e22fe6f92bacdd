import type { Executor } from '../../database/connect.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';
import type { PageMove } from './page.ts';
import type { Readers } from './subject-store.ts';

/** A page that is read by others than before. */
export interface PageWithNewReaders {
  readonly rowId: RowId;
  readonly key: string;
  readonly readers: Readers;
}

/** A module that keeps rows by page, and takes them along when a page moves. */
export interface PageFollower {
  pageMoved(trx: Executor, move: PageMove): Promise<void>;
  /** Gives what it has at pages the readers that each has from now on, which may be many pages. */
  readersChanged?(trx: Executor, pages: readonly PageWithNewReaders[]): Promise<void>;
  /** The global ids of what it has at a page, and people read on its own. */
  topics?(pageKey: string): GlobalId[];
}
