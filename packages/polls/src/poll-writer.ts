import { mutate, ParvisError, type OptimisticLayer, type ParvisClient } from '@parvis/core';
import { CLOSE, VOTE, type Choice, type Poll, type PollPost } from './poll-operations.js';

/** Writes the viewer's vote: at once on screen, then on the server. */
export class PollWriter {
  #layers: OptimisticLayer[] = [];
  #wanted: readonly string[] | undefined;

  /**
   * Votes for these choices; none takes the vote back. What is chosen while a vote is on its way is sent after it.
   * @throws {ParvisError}
   */
  async vote(client: ParvisClient, postId: string, choiceIds: readonly string[]): Promise<void> {
    const isBusy = this.#wanted !== undefined;
    this.#wanted = choiceIds;
    this.#show(client, postId, choiceIds);
    if (isBusy) return;
    try {
      for (let sent; sent !== this.#wanted;) {
        sent = this.#wanted;
        await mutate(client, VOTE, { postId, choiceIds: [...sent] });
      }
    } catch (reason) {
      throw ParvisError.from(reason);
    } finally {
      this.#drop();
      this.#wanted = undefined;
    }
  }

  #show({ cache }: ParvisClient, postId: string, choiceIds: readonly string[]): void {
    this.#drop();
    const { content } = cache.get<PollPost>(postId)!;
    const known = content.choices!.map(({ id }) => cache.get<Choice>(id)!);
    const before = Number(known.some(({ viewerVoted }) => viewerVoted));
    const voterCount = content.voterCount! + Math.sign(choiceIds.length) - before;
    this.#layers = known.map(({ id, viewerVoted, voteCount }) => {
      const chosen = choiceIds.includes(id);
      return cache.patch<Choice>(id, {
        viewerVoted: chosen,
        voteCount: voteCount + Number(chosen) - Number(viewerVoted),
      });
    });
    this.#layers.push(cache.patch<PollPost>(postId, { content: { ...content, voterCount } }));
  }

  #drop(): void {
    for (const layer of this.#layers) layer.drop();
    this.#layers = [];
  }
}

/** Nobody can vote any more. @throws {ParvisError} */
export async function closePoll(client: ParvisClient, postId: string): Promise<void> {
  await mutate(client, CLOSE, { postId });
}

/** Whether a poll takes no votes now. */
export const isOver = ({ isClosed, endsAt }: Poll): boolean =>
  isClosed || (!!endsAt && Date.parse(endsAt) < Date.now());
