import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { audiencesOf, isModerator, type Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { RichTextComposer } from '../rich-text/index.ts';
import {
  assertNone,
  AuthoredWriter,
  globalIdOf,
  isStored,
  denialOfReading,
  type PageDetails,
  type PageMove,
  type Subject,
  subjectRows,
  type SubjectService,
} from '../subjects/index.ts';
import { type Comment, deepestReply, isListed, newComment } from './comment.ts';
import { countIn, countOut } from './comment-counts.ts';
import { findWriters } from './comment-list-store.ts';
import { denialOfCommenting, denialOfLocking } from './comment-policy.ts';
import { CommentLists } from './comment-lists.ts';
import * as store from './comment-store.ts';
import type { GlobalId, RowId } from '../../platform/ids.ts';

export interface CommentDraft {
  /** The global id of a page, a post or a comment. */
  subjectId: GlobalId;
  body: string;
  page?: PageDetails | null;
  /** Of one that came by mail: what was cut off as no words of its author. */
  mailRest?: string | null;
}

/** What people may do with comments. */
export class CommentService {
  readonly lists: CommentLists;
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #subjects: SubjectService;
  readonly #authored: AuthoredWriter<Comment>;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
    composer: RichTextComposer;
    maxLength: number;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#subjects = parts.subjects;
    this.lists = new CommentLists(parts.database.db);
    this.#authored = new AuthoredWriter<Comment>({
      ...parts,
      kind: 'Comment',
      find: store.findComments,
      // What was about a post that is forgotten is forgotten with it.
      texts: { table: 'comment', columns: ['id', 'root_id'], forget: store.forgetMailRests },
      onDelete: countOut,
      onRestore: countIn,
    });
  }

  /** How many comments on these subjects each person wrote since a moment. Asks no policy: for counts that nobody is shown. */
  countByAuthor(executor: Executor, rootIds: readonly RowId[], since: number): Promise<Map<RowId, number>> {
    return store.countByAuthor(executor, rootIds, since);
  }

  async create(viewer: Viewer, draft: CommentDraft, idempotencyKey: string): Promise<Readable<Comment>> {
    const body = await this.#authored.compose(viewer, draft.body);
    return this.#authored.create(viewer, draft, idempotencyKey, async (trx, viewer, insertRow) => {
      const parent = await this.#subjects.lock(trx, draft.subjectId, { details: draft.page, viewer });
      assertNone(denialOfCommenting(viewer, parent, await viewer.readership.isIn(parent.writers)));
      const id = await insertRow();
      const above = parent.kind === 'Comment' ? await this.#positionBelow(trx, parent as Readable<Comment>) : null;
      const mailRest = draft.mailRest ?? null;
      const words = { body, hasMailRest: mailRest !== null };
      const comment = newComment({ id, above, root: parent, authorId: viewer.id, ...words, now: this.#clock.now() });
      await store.insertComment(trx, comment, mailRest);
      await countIn(trx, comment);
      return comment;
    });
  }

  async update(viewer: Viewer, id: RowId, source: string, idempotencyKey: string): Promise<Readable<Comment>> {
    const body = await this.#authored.compose(viewer, source);
    const edit = {
      input: { id, source },
      isSame: (comment: Comment) => comment.body.source === source,
      write: (trx: Executor, comment: Comment, now: number) => store.updateBody(trx, comment, body, now),
    };
    return this.#authored.update(viewer, id, edit, idempotencyKey);
  }

  async delete(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<Comment>> {
    return this.#authored.delete(viewer, id, idempotencyKey);
  }

  async restore(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<Comment>> {
    return this.#authored.restore(viewer, id, idempotencyKey);
  }

  /** Locks or unlocks the discussion of a page or post. */
  async setLocked(
    viewer: Viewer,
    { subjectId, locked }: { subjectId: GlobalId; locked: boolean },
    idempotencyKey: string,
  ): Promise<Readable<Subject>> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const write = { key: idempotencyKey, operation: 'setLocked', input: { subjectId, locked } };
    const id = await this.#idempotency.run(viewer, write, async (trx, viewer) => {
      const found = await this.#subjects.find(trx, viewer, subjectId);
      assertNone(
        denialOfLocking(viewer, found, await isModerator(viewer, found)),
        'Only the whole discussion of a page or post can be locked.',
      );
      const subject = await this.#subjects.lock(trx, subjectId, { viewer });
      if ((subject.lockedAt !== null) !== locked) {
        await subjectRows.setLockedAt(trx, subject.rowId, locked ? this.#clock.now() : null);
        await this.#subjects.publish(trx, 'DiscussionLocked', subject, viewer);
      }
      return globalIdOf(subject);
    });
    return this.#subjects.find(this.#database.db, viewer, id);
  }

  /** Null for a deleted comment that no list contains any more and the viewer may not restore. */
  visible(viewer: Viewer, comment: Readable<Comment> | null): Readable<Comment> | null {
    assertNone(denialOfReading(viewer));
    return comment && (isListed(comment) || this.#subjects.canRestore(viewer, comment)) ? comment : null;
  }

  /**
   * The ids of the authors in the discussion of a page, post or comment. Empty, without an error, if there is no such
   * discussion or the viewer may not read it: the result only sorts the people whom one can mention.
   */
  async writersAt(viewer: Viewer, subjectId: GlobalId): Promise<RowId[]> {
    if (denialOfReading(viewer) !== null) return [];
    const subject = await this.#subjects.find(this.#database.db, viewer, subjectId).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (!subject || !isStored(subject)) return [];
    return findWriters(
      this.#database.db,
      subject.kind === 'Comment' ? (subject as Readable<Comment>).rootId : subject.rowId,
    );
  }

  async latestBy(viewer: Viewer, authorId: RowId, limit: number): Promise<Readable<Comment>[]> {
    assertNone(denialOfReading(viewer));
    return store.findLatestBy(this.#database.db, authorId, { audiences: await audiencesOf(viewer), limit });
  }

  /** What was cut off the mails of comments, by their ids. Asks no policy: it is for their authors. */
  mailRests(ids: readonly RowId[]): Promise<Map<RowId, string>> {
    return store.findMailRests(this.#database.db, ids);
  }

  /** Removes the texts of comments that were deleted before a moment, or whose post was. @returns The number of texts. */
  purge(before: number): Promise<number> {
    return this.#authored.purge(before);
  }

  /** Moves the comments of a page to the row of its new key, if both have one. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    if (from.rowId && to.rowId) await store.moveComments(trx, from.rowId, to.rowId);
  }

  /** Makes one person the author of the comments of another, who is merged into them. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    return { comments: await store.moveCommentsOf(trx, fromId, intoId) };
  }

  /** The parent of a reply to a comment: the comment or, if the reply would be too deep, the comment's parent. */
  async #positionBelow(trx: Executor, asked: Comment): Promise<Comment> {
    if (asked.depth < deepestReply) return asked;
    const id = await store.ancestorAt(trx, asked.id, deepestReply - 1);
    return (await store.findComments(trx, [id]))[0]!;
  }
}
