import { graphql, mutate, pageDetails, ParvisError, type OptimisticLayer, type ParvisClient } from '@parvis/core';
import { deliver, isKept, keepWrite } from '@parvis/core/unsent/keep-write.js';
import { REACTABLE_FIELDS, type ReactableFields } from './like-operations.js';
import type { ReactionContent } from './reaction.js';

const SET_REACTION = graphql(
  `
    mutation SetReaction($input: SetReactionInput!) {
      setReaction(input: $input) {
        subject {
          ...ReactableFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [REACTABLE_FIELDS],
);

interface ReactionSubject {
  readonly id: string;
  /** By which its tag names it. */
  readonly key: string;
}

/** Writes the viewer's reaction to one subject: at once on screen, then on the server. */
export class ReactionWriter {
  #layer: OptimisticLayer | undefined;
  #wanted: ReactionContent | null | undefined;

  /**
   * Makes `content` the viewer's reaction; null takes it back. Choices that come while one is on its way are summed up in
   * one more write, and resolve to nothing; the first resolves to the subject as the server has it. Without the network the
   * last choice is kept, and sent when that is back.
   * @throws {ParvisError}
   */
  async set(
    client: ParvisClient,
    subject: ReactionSubject,
    content: ReactionContent | null,
  ): Promise<ReactableFields | undefined> {
    const { cache } = client;
    const { id } = subject;
    const isBusy = this.#wanted !== undefined;
    this.#wanted = content;
    this.#layer?.drop();
    this.#layer = cache.patch(id, withReaction(cache.get<ReactableFields>(id)!, content));
    if (isBusy) return undefined;
    if (!navigator.onLine || isKept(client, unsentKeyOf(subject))) return this.#keep(client, subject);
    try {
      const saved = await this.#send(client, subject);
      this.#end(this.#layer);
      return saved;
    } catch (reason) {
      if (ParvisError.from(reason).isTransient) return this.#keep(client, subject);
      this.#end(this.#layer);
      throw reason;
    }
  }

  async #send(client: ParvisClient, subject: ReactionSubject): Promise<ReactableFields> {
    for (;;) {
      const sent: ReactionContent | null = this.#wanted!;
      const { subject: saved } = await mutate(client, SET_REACTION, inputOf(subject, sent));
      if (sent === this.#wanted) return saved!;
    }
  }

  /** What is chosen later takes the place of what is kept. */
  async #keep(client: ParvisClient, subject: ReactionSubject): Promise<ReactableFields | undefined> {
    const kept = await this.#keepLast(client, subject).catch((reason: unknown) => {
      this.#end(this.#layer);
      throw reason;
    });
    const layer = this.#layer;
    this.#wanted = undefined;
    const isLast = () => this.#layer === layer;
    try {
      await deliver(client, kept);
      return isLast() ? client.cache.get<ReactableFields>(subject.id) : undefined;
    } finally {
      if (isLast()) this.#end(layer);
    }
  }

  async #keepLast(client: ParvisClient, subject: ReactionSubject): Promise<string> {
    const place = unsentKeyOf(subject);
    for (;;) {
      const sent: ReactionContent | null = this.#wanted!;
      const input = inputOf(subject, sent);
      const kept = await keepWrite(client, { place, subjectId: subject.id, mutation: SET_REACTION, input });
      if (sent === this.#wanted) return kept;
    }
  }

  #end(layer: OptimisticLayer | undefined): void {
    layer?.drop();
    this.#layer = this.#wanted = undefined;
  }
}

const unsentKeyOf = ({ id }: ReactionSubject) => `reaction:${id}`;

const inputOf = ({ id, key }: ReactionSubject, content: ReactionContent | null) => ({
  subjectId: id,
  content,
  page: pageDetails(key),
});

/** Why the viewer may not react: usually because they are not signed in. */
export async function whyNot(client: ParvisClient): Promise<ParvisError> {
  try {
    const { viewer, settings } = await client.session();
    if (viewer) return new ParvisError('FORBIDDEN');
    return new ParvisError('UNAUTHENTICATED', undefined, { signInUrl: settings.signInUrl ?? undefined });
  } catch (reason) {
    return ParvisError.from(reason);
  }
}

/** The subject as it will be once the viewer's reaction is `content`; null takes the reaction back. */
export function withReaction(reactable: ReactableFields, content: ReactionContent | null): Partial<ReactableFields> {
  const before = reactable.viewerReaction;
  const change = (group: ReactionContent) => Number(group === content) - Number(group === before);
  return {
    viewerReaction: content,
    reactionCount: reactable.reactionCount + Number(content !== null) - Number(before !== null),
    reactionGroups: reactable.reactionGroups.map((group) => ({
      ...group,
      totalCount: group.totalCount + change(group.content),
    })),
  };
}
