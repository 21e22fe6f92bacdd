// Loaded with the stream of events.
import { graphql, type ParvisClient, type ResultOf } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { take } from '@parvis/core/events/news.js';
import { readViewersPart } from '@parvis/core/events/viewers-part.js';
import { REACTION_COUNTS, VIEWERS_REACTION, type ReactableFields } from '../like-operations.js';

const REACTION_EVENTS = graphql(
  `
    fragment Reactions_Events on Event {
      __typename
      ... on ReactionsChanged {
        subject {
          ...ReactionCounts
        }
        people
      }
    }
  `,
  [REACTION_COUNTS],
);

const VIEWERS_REACTIONS = graphql(
  `
    query ViewersReactions($keys: [ID!]!) {
      nodes(ids: $keys) {
        ...ViewersReaction
      }
    }
  `,
  [VIEWERS_REACTION],
);

type Counts = ResultOf<typeof REACTION_COUNTS>;

/** What others think of what is shown. */
export const reactionEvents = live(REACTION_EVENTS, {
  ReactionsChanged: (client, { subject, people, cursor }) => react(client, subject, people, cursor),
});

async function react(
  client: ParvisClient,
  subject: Counts,
  people: readonly string[],
  cursor: string | null,
): Promise<void> {
  const { cache } = client;
  const { id } = subject;
  const known = cache.get<ReactableFields>(id);
  if (!known?.reactionGroups) return;
  const before = counts(known);
  take(client, subject, cursor);
  // The response to the viewer's own write already contains this change.
  const isNews = !cache.isPatched(id) && counts(cache.get<ReactableFields>(id)!) !== before;
  if (!isNews || !known.viewerCanReact) return;
  const viewer = await client.session().then(
    ({ viewer }) => viewer,
    () => null,
  );
  if (viewer && people.includes(viewer.person.id)) readViewersPart(client, VIEWERS_REACTIONS, id, 0);
}

const counts = ({ reactionCount, reactionGroups }: Counts) =>
  JSON.stringify([reactionCount, reactionGroups.map(({ totalCount }) => totalCount)]);
