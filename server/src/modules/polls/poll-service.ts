import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Clock } from '../../platform/clock.ts';
import { isModerator, type Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { Post, PostContent } from '../posts/index.ts';
import { assertNone, globalIdOf, denialOfReading, subjectRows, type SubjectService } from '../subjects/index.ts';
import { isClosed, type Poll } from './poll.ts';
import { denialOfClosing, denialOfVoting } from './poll-policy.ts';
import * as store from './poll-store.ts';
import type { RowId } from '../../platform/ids.ts';

export interface VoteDraft {
  postId: RowId;
  /** None takes the vote back. */
  choiceIds: readonly RowId[];
}

/** What people may do with polls. Votes are open: who took what is no secret of the database. */
export class PollService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #subjects: SubjectService;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    subjects: SubjectService;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#subjects = parts.subjects;
  }

  /** Sets what the viewer chose, or takes it back. Voting the same again changes nothing. */
  async vote(viewer: Viewer, { postId, choiceIds }: VoteDraft, idempotencyKey: string): Promise<Readable<Post>> {
    const input = { postId, choiceIds };
    return this.#write(viewer, idempotencyKey, 'votePoll', input, async (trx, post, poll, viewer) => {
      const now = this.#clock.now();
      const isWriter = await viewer.readership.isIn(post.writers);
      const denial = denialOfVoting(viewer, post, poll, { isWriter, now });
      if (denial === 'LOCKED') throw new Refusal('LOCKED', 'This poll is closed.');
      assertNone(denial);
      const chosen = chosenOf(poll, choiceIds);
      const changed = await store.putVotes(trx, { postId, personId: viewer.id, chosen, now });
      if (changed) await this.#subjects.publish(trx, 'PollChanged', post, viewer);
    });
  }

  /** Ends a poll before its time. One that has ended stays as it is. */
  async close(viewer: Viewer, postId: RowId, idempotencyKey: string): Promise<Readable<Post>> {
    return this.#write(viewer, idempotencyKey, 'closePoll', { postId }, async (trx, post, poll, viewer) => {
      assertNone(denialOfClosing(viewer, post, await isModerator(viewer, post)));
      const now = this.#clock.now();
      if (isClosed(poll, now)) return;
      await store.setClosedAt(trx, postId, now);
      await this.#subjects.publish(trx, 'PollChanged', post, viewer);
    });
  }

  /** The choices that the viewer took in several polls. */
  async votesOf(viewer: Viewer, postIds: readonly RowId[]): Promise<ReadonlySet<RowId>> {
    assertNone(denialOfReading(viewer));
    return viewer.id === null ? new Set() : store.findVotes(this.#database.db, postIds, viewer.id);
  }

  isClosed(poll: Poll): boolean {
    return isClosed(poll, this.#clock.now());
  }

  async canVote(viewer: Viewer, poll: PostContent<Poll>): Promise<boolean> {
    const isWriter = await viewer.readership.isIn(poll.post.writers);
    return denialOfVoting(viewer, poll.post, poll, { isWriter, now: this.#clock.now() }) === null;
  }

  async canClose(viewer: Viewer, poll: PostContent<Poll>): Promise<boolean> {
    return denialOfClosing(viewer, poll.post, await isModerator(viewer, poll.post)) === null && !this.isClosed(poll);
  }

  /** Gives what one person voted to another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    const postIds = await store.findPollsOf(trx, fromId);
    // Locks the posts as a vote does, so that no vote comes in before the recount.
    for (const id of postIds) await subjectRows.lockSubject(trx, id);
    await store.moveVotes(trx, { postIds, fromId, intoId });
    return { 'polls voted in': postIds.length };
  }

  async #write(
    viewer: Viewer,
    key: string,
    operation: string,
    input: { postId: RowId },
    write: (trx: Executor, post: Post, poll: Poll, viewer: SignedInViewer) => Promise<void>,
  ): Promise<Readable<Post>> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const globalId = globalIdOf({ kind: 'Post', id: input.postId });
    await this.#idempotency.run(viewer, { key, operation, input }, async (trx, viewer) => {
      const post = (await this.#subjects.lock(trx, globalId, { viewer })) as Readable<Post>;
      const poll = (await store.findPolls(trx, [post.id])).get(post.id);
      assertNone(poll ? null : 'NOT_FOUND');
      await write(trx, post, poll!, viewer);
      return input.postId;
    });
    return (await this.#subjects.find(this.#database.db, viewer, globalId)) as Readable<Post>;
  }
}

/** @throws {Refusal} INVALID for what the poll does not offer, and several where it takes one. */
function chosenOf({ choices, multiple }: Poll, choiceIds: readonly RowId[]): Set<RowId> {
  const chosen = new Set(choiceIds);
  const offered = new Set(choices.map(({ id }) => id));
  if (choiceIds.some((id) => !offered.has(id)))
    throw new Refusal('INVALID', 'The poll does not offer this.', ['choiceIds']);
  if (!multiple && chosen.size > 1) throw new Refusal('INVALID', 'This poll takes one choice.', ['choiceIds']);
  return chosen;
}
