import { graphql, mutate, pageDetails, ParvisError, type OptimisticLayer, type ParvisClient } from '@parvis/core';
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
        }
      }
    }
  `,
  [REACTABLE_FIELDS],
);

/** Writes the viewer's reaction to one subject: at once on screen, then on the server. */
export class ReactionWriter {
  #layer: OptimisticLayer | undefined;
  #wanted: ReactionContent | null | undefined;

  /**
   * Makes `content` the viewer's reaction; null takes it back. Choices that come while one is on its way are summed up in
   * one more write, and resolve to nothing; the first resolves to the subject as the server has it.
   * @throws {ParvisError}
   */
  async set(
    client: ParvisClient,
    { id, key }: { id: string; key: string },
    content: ReactionContent | null,
  ): Promise<ReactableFields | undefined> {
    const { cache } = client;
    const busy = this.#wanted !== undefined;
    this.#wanted = content;
    this.#layer?.drop();
    this.#layer = cache.patch(id, withReaction(cache.get<ReactableFields>(id)!, content));
    if (busy) return undefined;
    try {
      for (;;) {
        const sent: ReactionContent | null = this.#wanted!;
        const { subject } = await mutate(client, SET_REACTION, {
          subjectId: id,
          content: sent,
          page: pageDetails(key),
        });
        if (sent === this.#wanted) return subject!;
      }
    } finally {
      this.#wanted = undefined;
      this.#layer?.drop();
      this.#layer = undefined;
    }
  }
}

/** Why the viewer may not react: mostly, because nobody has signed in. */
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
