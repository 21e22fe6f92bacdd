// Loaded with the stream of events.
import { graphql } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { take } from '@parvis/core/events/news.js';
import { readViewersPart } from '@parvis/core/events/viewers-part.js';
import { LIVE_POLL, POLLS, type PollPost } from '../poll-operations.js';

const POLL_EVENTS = graphql(
  `
    fragment Polls_Events on Event {
      __typename
      ... on PollChanged {
        post {
          id
          content {
            ...Poll_LiveContent
          }
        }
        people
      }
    }
  `,
  [LIVE_POLL],
);

/** How others vote. */
export const pollEvents = live(POLL_EVENTS, {
  async PollChanged(client, { post, people, cursor }) {
    const { content } = post;
    if (!client.cache.get<PollPost>(post.id) || content.__typename !== 'Poll') return;
    for (const choice of content.choices) take(client, choice, cursor);
    // Each choice is taken in by itself, with what else is known of it.
    const choices = content.choices.map(({ id }) => ({ id }));
    take(client, { id: post.id, content: { ...content, choices } }, cursor);
    const viewer = await client.session().then(
      (session) => session.viewer,
      () => null,
    );
    // The viewer has voted on another device, or is told of what they do here.
    if (viewer && people.includes(viewer.person.id)) readViewersPart(client, POLLS, post.id, 0);
  },
});
