import type { Executor } from '../../database/connect.ts';
import type { GlobalId } from '../../platform/ids.ts';
import type { PageMove } from './page.ts';
import type { Readers } from './subject-store.ts';

/** A module that keeps rows by page, and takes them along when a page moves. */
export interface PageFollower {
  pageMoved(trx: Executor, move: PageMove): Promise<void>;
  /** Gives what it has at a page the readers that the page has from now on. */
  readersChanged?(trx: Executor, pageKey: string, readers: Readers): Promise<void>;
  /** The global ids of what it has at a page, and people read on its own. */
  topics?(pageKey: string): GlobalId[];
}
