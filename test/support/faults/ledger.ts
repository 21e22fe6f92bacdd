import type { GlobalId } from '../../../server/src/platform/ids.ts';

/** Something that somebody wants written, and keeps sending until it is acknowledged. */
export interface Write {
  /** The idempotency key; also in the text of what it writes, so that each row tells which write it comes from. */
  readonly key: string;
  readonly handle: string;
  readonly mutation: 'addComment' | 'addPost' | 'deleteComment' | 'setReaction';
  readonly input: Record<string, unknown>;
}

export interface Acknowledged extends Write {
  /** The global id of what was written, as the server answered it. */
  readonly id: GlobalId;
}

/** Everything that was acknowledged: what has to be there, whatever dies. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly #reactions = new Map<string, string | null>();

  acknowledge(write: Write, id: GlobalId): void {
    this.acknowledged.push({ ...write, id });
    if (write.mutation === 'setReaction') this.#reactions.set(reactionOf(write), write.input.content as string | null);
  }

  /** The reaction of each person to each subject, where the last word of it is acknowledged. */
  reactions(pending: readonly Write[]): { handle: string; subjectId: GlobalId; content: string | null }[] {
    const open = new Set(pending.filter(({ mutation }) => mutation === 'setReaction').map(reactionOf));
    return [...this.#reactions]
      .filter(([name]) => !open.has(name))
      .map(([name, content]) => {
        const [handle, subjectId] = name.split(' ') as [string, GlobalId];
        return { handle, subjectId, content };
      });
  }
}

function reactionOf({ handle, input }: Write): string {
  return `${handle} ${input.subjectId as string}`;
}
