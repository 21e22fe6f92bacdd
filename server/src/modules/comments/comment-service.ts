import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { RichTextComposer } from '../rich-text/index.ts';
import {
  assertNone,
  globalIdOf,
  isStored,
  keepVersion,
  obstacleToCommenting,
  obstacleToDeleting,
  obstacleToLocking,
  obstacleToReading,
  obstacleToRestoring,
  obstacleToUpdating,
  purge,
  type PageDetails,
  type PageMove,
  type Subject,
  subjectRows,
  type SubjectService,
  toStored,
} from '../subjects/index.ts';
import { type Comment, deepestReply, isListed } from './comment.ts';
import { countIn, countOut } from './comment-counts.ts';
import { findWriters } from './comment-list-store.ts';
import { CommentLists } from './comment-lists.ts';
import * as purgeStore from './comment-purge-store.ts';
import * as store from './comment-store.ts';

export interface CommentDraft {
  /** The global id of a page, a post or a comment. */
  subjectId: string;
  body: string;
  page?: PageDetails | null;
}

/** What people may do with comments. */
export class CommentService {
  readonly lists: CommentLists;
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #subjects: SubjectService;
  readonly #composer: RichTextComposer;
  readonly #maxLength: number;
  readonly #editWindow: number;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
    composer: RichTextComposer;
    maxLength: number;
    /** In seconds. */
    editWindow: number;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#subjects = parts.subjects;
    this.#composer = parts.composer;
    this.#maxLength = parts.maxLength;
    this.#editWindow = parts.editWindow * 1000;
    this.lists = new CommentLists(parts.database.db);
  }

  async create(viewer: Viewer, draft: CommentDraft, idempotencyKey: string): Promise<Comment> {
    assertSignedIn(viewer);
    const body = toStored(await this.#composer.compose(draft.body, this.#maxLength));
    return this.#write(viewer, idempotencyKey, 'addComment', draft, async (trx) => {
      const parent = await this.#subjects.hold(trx, draft.subjectId, { details: draft.page, viewer });
      assertNone(obstacleToCommenting(viewer, parent));
      const asked = parent.kind === 'Comment' ? (parent as Comment) : null;
      const above = asked && (await this.#placeBelow(trx, asked));
      const id = await subjectRows.insertSubject(trx, 'Comment');
      await store.insertComment(trx, {
        id,
        rootId: above?.rootId ?? parent.rowId,
        parentId: above?.rowId ?? parent.rowId,
        depth: above ? above.depth + 1 : 0,
        authorId: viewer.id,
        body,
        now: this.#clock.now(),
      });
      const comment = await this.#held(trx, id);
      await countIn(trx, comment);
      await this.#subjects.tell(trx, 'CommentAdded', comment, viewer);
      return id;
    });
  }

  async update(viewer: Viewer, id: string, source: string, idempotencyKey: string): Promise<Comment> {
    assertSignedIn(viewer);
    const body = toStored(await this.#composer.compose(source, this.#maxLength));
    return this.#write(viewer, idempotencyKey, 'updateComment', { id, source }, async (trx) => {
      const comment = await this.#held(trx, id);
      assertNone(obstacleToUpdating(viewer, comment, this.#clock.now(), this.#editWindow));
      if (comment.body.source === source) return id;
      await keepVersion(trx, comment);
      await store.updateBody(trx, comment, body, this.#clock.now());
      await this.#subjects.tell(trx, 'CommentEdited', comment, viewer);
      return id;
    });
  }

  async delete(viewer: Viewer, id: string, idempotencyKey: string): Promise<Comment> {
    assertSignedIn(viewer);
    return this.#write(viewer, idempotencyKey, 'deleteComment', { id }, async (trx) => {
      const comment = await this.#held(trx, id);
      assertNone(obstacleToDeleting(viewer, comment));
      await subjectRows.setDeleted(trx, id, { at: this.#clock.now(), by: viewer.id });
      await countOut(trx, comment);
      await this.#subjects.tell(trx, 'CommentDeleted', comment, viewer);
      return id;
    });
  }

  /** Brings back a comment that its author deleted less than a minute ago, with all that people made of it. */
  async restore(viewer: Viewer, id: string, idempotencyKey: string): Promise<Comment> {
    assertSignedIn(viewer);
    return this.#write(viewer, idempotencyKey, 'restoreComment', { id }, async (trx) => {
      const comment = await this.#held(trx, id);
      assertNone(obstacleToRestoring(viewer, comment, this.#clock.now()), 'This comment is not deleted.');
      await countIn(trx, comment);
      await subjectRows.setDeleted(trx, id, null);
      await this.#subjects.tell(trx, 'CommentRestored', comment, viewer);
      return id;
    });
  }

  /** Closes the discussion of a page or post, or opens it again. */
  async setLocked(
    viewer: Viewer,
    { subjectId, locked }: { subjectId: string; locked: boolean },
    idempotencyKey: string,
  ): Promise<Subject> {
    assertSignedIn(viewer);
    const write = { key: idempotencyKey, operation: 'setLocked', input: { subjectId, locked } };
    const id = await this.#idempotency.run(viewer, write, async (trx) => {
      const found = await this.#subjects.find(trx, subjectId);
      assertNone(obstacleToLocking(viewer, found), 'Only the whole discussion of a page or post can be closed.');
      const subject = await this.#subjects.hold(trx, subjectId);
      if ((subject.lockedAt !== null) !== locked) {
        await subjectRows.setLockedAt(trx, subject.rowId, locked ? this.#clock.now() : null);
        await this.#subjects.tell(trx, 'DiscussionLocked', subject, viewer);
      }
      return globalIdOf(subject);
    });
    return this.#subjects.find(this.#database.db, id);
  }

  /** Null for a comment that is not there, or deleted and not in any list. */
  async visible(viewer: Viewer, id: string): Promise<Comment | null> {
    assertNone(obstacleToReading(viewer));
    const [comment] = await store.findComments(this.#database.db, [id]);
    return comment && (isListed(comment) || this.canRestore(viewer, comment)) ? comment : null;
  }

  /**
   * The ids of those who write in the discussion that a page, post or comment belongs to. Nobody, where the viewer may not
   * read it or there is none: whom one may mention does not depend on it.
   */
  async writersAt(viewer: Viewer, subjectId: string): Promise<string[]> {
    if (obstacleToReading(viewer) !== null) return [];
    const subject = await this.#subjects.find(this.#database.db, subjectId).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (!subject || !isStored(subject)) return [];
    return findWriters(this.#database.db, subject.kind === 'Comment' ? (subject as Comment).rootId : subject.rowId);
  }

  async latestBy(viewer: Viewer, authorId: string, limit: number): Promise<Comment[]> {
    assertNone(obstacleToReading(viewer));
    return store.findLatestBy(this.#database.db, authorId, limit);
  }

  /** Forgets what was deleted before a moment, or was about a post that was. @returns How many texts. */
  purge(before: number): Promise<number> {
    return purge(this.#database, purgeStore, before);
  }

  canUpdate(viewer: Viewer, comment: Comment): boolean {
    return obstacleToUpdating(viewer, comment, this.#clock.now(), this.#editWindow) === null;
  }

  canRestore(viewer: Viewer, comment: Comment): boolean {
    return obstacleToRestoring(viewer, comment, this.#clock.now()) === null;
  }

  /** Hangs the comments of a page on the one where it stands now, if both have any. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    if (from.rowId && to.rowId) await store.moveComments(trx, from.rowId, to.rowId);
  }

  /** Gives what one person wrote to another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: string; intoId: string }) {
    return { comments: await store.moveCommentsOf(trx, fromId, intoId) };
  }

  /** Where a reply to a comment stands: right below it or, where that would be too deep, beside it. */
  async #placeBelow(trx: Executor, asked: Comment): Promise<Comment> {
    if (asked.depth < deepestReply) return asked;
    const id = await store.ancestorAt(trx, asked.id, deepestReply - 1);
    return (await store.findComments(trx, [id]))[0]!;
  }

  /** The comment as it is now, kept from other writers until the transaction ends. */
  async #held(trx: Executor, id: string): Promise<Comment> {
    return (await this.#subjects.hold(trx, globalIdOf({ kind: 'Comment', id }))) as Comment;
  }

  async #write(
    viewer: SignedInViewer,
    key: string,
    operation: string,
    input: unknown,
    write: (trx: Executor) => Promise<string>,
  ): Promise<Comment> {
    const id = await this.#idempotency.run(viewer, { key, operation, input }, write);
    const [comment] = await store.findComments(this.#database.db, [id]);
    assertNone(comment ? null : 'NOT_FOUND');
    return comment!;
  }
}

function assertSignedIn(viewer: Viewer): asserts viewer is SignedInViewer {
  if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
}
