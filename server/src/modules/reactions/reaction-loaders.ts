import DataLoader from 'dataloader';
import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Subject } from '../subjects/index.ts';
import type { ReactionContent, ReactionSummary } from './reaction.ts';
import type { ReactionService } from './reaction-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Reads the viewer's own reactions to all subjects of a request at once; the rows of the subjects have the counts. */
export class ReactionLoaders {
  readonly #reactions: ReactionService;
  readonly #own: DataLoader<RowId, ReactionContent | null> | null;

  constructor(reactions: ReactionService, viewer: Viewer) {
    this.#reactions = reactions;
    this.#own = isSignedIn(viewer)
      ? new DataLoader(async (subjectIds: readonly RowId[]) => {
          const own = await reactions.own(viewer, subjectIds);
          return subjectIds.map((id) => own.get(id) ?? null);
        })
      : null;
  }

  /** Answers at once for what nobody reacted to, and for somebody who cannot have reacted. */
  summary(subject: Subject): ReactionSummary | Promise<ReactionSummary> {
    const { rowId, reactionCount } = subject;
    if (!this.#own || rowId === null || reactionCount === 0) return this.#reactions.summary(subject, null);
    return this.#own.load(rowId).then((own) => this.#reactions.summary(subject, own));
  }
}
