import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { memo } from '../../platform/memo.ts';
import type { Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  assertNone,
  globalIdOf,
  denialOfReacting,
  denialOfReading,
  type PageDetails,
  type PageMove,
  type Subject,
  subjectRows,
  type SubjectService,
} from '../subjects/index.ts';
import type { Reaction, ReactionContent, ReactionSummary } from './reaction.ts';
import * as store from './reaction-store.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';

export interface ReactionDraft {
  subjectId: GlobalId;
  content?: ReactionContent | null;
  page?: PageDetails | null;
}

export interface ReactionsArgs extends ConnectionArgs {
  content?: ReactionContent | null;
}

/** Who feels what about what. One reaction per person and subject. */
export class ReactionService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #subjects: SubjectService;
  readonly #offered: readonly ReactionContent[];
  /** Summaries for somebody without a reaction of their own, by the groups of a row: most rows have the same as others. */
  readonly #summaries: (groups: string) => ReactionSummary;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
    /** In the order in which to offer them. */
    offered: readonly ReactionContent[];
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#subjects = parts.subjects;
    this.#offered = parts.offered;
    this.#summaries = memo((groups) => summarise(groups, parts.offered));
  }

  /** The reactions to a subject. @param own - The viewer's. */
  summary({ reactionGroups }: Subject, own: ReactionContent | null): ReactionSummary {
    const summary = this.#summaries(reactionGroups);
    if (own === null) return summary;
    const groups = summary.groups.map((group) =>
      group.content === own ? { ...group, viewerHasReacted: true } : group,
    );
    return { groups, viewerReaction: own };
  }

  /** Sets or takes back the viewer's own reaction. Setting it again changes nothing. */
  async set(viewer: Viewer, draft: ReactionDraft, idempotencyKey: string): Promise<Readable<Subject>> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in to react.');
    const content = draft.content ?? null;
    if (content && !this.#offered.includes(content)) {
      throw new Refusal('INVALID', `${content} is not among the reactions offered here.`, ['content']);
    }
    const write = { key: idempotencyKey, operation: 'setReaction', input: draft };
    const id = await this.#idempotency.run(viewer, write, async (trx, viewer) => {
      const found = await this.#subjects.find(trx, viewer, draft.subjectId, draft.page);
      // Removing a reaction that does not exist must not insert the row of a page.
      if (content === null && found.rowId === null) return globalIdOf(found);
      const subject = await this.#subjects.lock(trx, draft.subjectId, { details: draft.page, viewer });
      assertNone(denialOfReacting(viewer, subject, await viewer.readership.isIn(subject.writers)));
      const change = await store.putReaction(trx, {
        subjectId: subject.rowId,
        personId: viewer.id,
        content,
        now: this.#clock.now(),
      });
      if (change) await subjectRows.addToCounts(trx, subject.rowId, { reactions: change });
      if (change !== null) await this.#subjects.publish(trx, 'ReactionsChanged', subject, viewer);
      return globalIdOf(subject);
    });
    return this.#subjects.find(this.#database.db, viewer, id);
  }

  /** The viewer's own reactions to several subjects, by row id. For whoever may see those: asks no policy. */
  async own(viewer: Viewer, subjectIds: readonly RowId[]): Promise<Map<RowId, ReactionContent>> {
    if (!isSignedIn(viewer)) return new Map();
    const own = await store.findOwn(this.#database.db, subjectIds, viewer.id);
    return new Map(own.map(({ subjectId, content }) => [subjectId, content]));
  }

  /** Who reacted, latest first. */
  async reactions(
    viewer: Viewer,
    subject: Readable<Subject>,
    { content = null, ...args }: ReactionsArgs,
  ): Promise<Connection<Reaction>> {
    assertNone(denialOfReading(viewer));
    const page = pageRequest(args, ['number', 'string']);
    const { rowId } = subject;
    const rows =
      rowId && subject.reactionCount > 0 ? await store.findReactions(this.#database.db, rowId, content, page) : [];
    const totalCount =
      content && rowId ? () => store.countReactions(this.#database.db, rowId, content) : subject.reactionCount;
    return toConnection(rows, page, ({ createdAt, id }) => [createdAt, id], totalCount);
  }

  async visible(viewer: Viewer, id: RowId): Promise<Reaction | null> {
    assertNone(denialOfReading(viewer));
    const reaction = await store.findReaction(this.#database.db, id);
    return reaction && (await this.#subjects.byRowId(viewer, reaction.subjectId)) ? reaction : null;
  }

  /** Hangs the reactions to a page on the one where it stands now, if both have any. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    if (from.rowId && to.rowId) await store.moveReactions(trx, from.rowId, to.rowId);
  }

  /** Gives the reactions of one person to another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    return { reactions: await store.moveReactionsOf(trx, fromId, intoId) };
  }
}

/** @param groups - As a row has them: `LIKE:2,LOVE:1`. */
function summarise(groups: string, offered: readonly ReactionContent[]): ReactionSummary {
  const counts = new Map(groups.split(',').map((group) => group.split(':') as [string, string]));
  return {
    groups: offered.map((content) => ({
      content,
      totalCount: Number(counts.get(content) ?? 0),
      viewerHasReacted: false,
    })),
    viewerReaction: null,
  };
}
