import DataLoader from 'dataloader';
import type { Viewer } from '../../platform/viewer.ts';
import type { Subject } from '../subjects/index.ts';
import type { ReactionSummary } from './reaction.ts';
import type { ReactionService } from './reaction-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Reads the reactions to all subjects of a request at once. */
export class ReactionLoaders {
  readonly #none: ReactionSummary;
  readonly #bySubject: DataLoader<RowId, ReactionSummary>;

  constructor(reactions: ReactionService, viewer: Viewer) {
    this.#none = reactions.none;
    this.#bySubject = new DataLoader((subjectIds) => reactions.summaries(viewer, subjectIds));
  }

  /** Synchronous for a subject without reactions. */
  summary({ rowId, reactionCount }: Subject): ReactionSummary | Promise<ReactionSummary> {
    return rowId === null || reactionCount === 0 ? this.#none : this.#bySubject.load(rowId);
  }
}
