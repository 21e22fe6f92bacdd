// Loaded with the stream of events.
import { graphql, type ResultOf } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { add, change, remove, restore, type WrittenKind } from '@parvis/core/events/written.js';
import { LIVE_POST, VIEWERS_POST } from '../post/post.js';
import { listOf } from '../wall-list.js';

const TOLD_POST = graphql(
  `
    fragment ToldPost on Post {
      ...LivePost
      wall {
        id
      }
    }
  `,
  [LIVE_POST],
);

const POST_EVENTS = graphql(
  `
    fragment Posts_Events on Event {
      __typename
      ... on PostAdded {
        post {
          ...ToldPost
        }
      }
      ... on PostEdited {
        post {
          ...ToldPost
        }
      }
      ... on PostDeleted {
        post {
          ...ToldPost
        }
      }
      ... on PostRestored {
        post {
          ...ToldPost
        }
      }
      ... on PostPinned {
        post {
          ...ToldPost
        }
      }
    }
  `,
  [TOLD_POST],
);

const VIEWERS_POSTS = graphql(
  `
    query ViewersPosts($keys: [ID!]!) {
      nodes(ids: $keys) {
        ...ViewersPost
      }
    }
  `,
  [VIEWERS_POST],
);

const posts: WrittenKind<ResultOf<typeof TOLD_POST>> = {
  list: ({ wall }) => listOf(wall.id),
  asStranger: ({ lockedAt }, viewer) => ({
    viewerReaction: null,
    viewerCanReact: !!viewer,
    viewerCanComment: !!viewer && !lockedAt,
    viewerDidAuthor: false,
    viewerCanUpdate: false,
    viewerCanDelete: false,
    viewerCanRestore: false,
    viewerCanPin: false,
  }),
  viewersPart: VIEWERS_POSTS,
};

/** The same, where one channel is shown. */
const postsInChannel: typeof posts = { ...posts, list: ({ wall, channel }) => listOf(wall.id, channel?.id ?? 'none') };

/** What others do on the walls that are shown. */
export const postEvents = live(POST_EVENTS, {
  PostAdded: (client, event) =>
    Promise.all([posts, postsInChannel].map((kind) => add(client, event, event.post, kind))),
  PostRestored: (client, event) =>
    Promise.all([posts, postsInChannel].map((kind) => restore(client, event, event.post, kind))),
  PostEdited: (client, event) => change(client, event, event.post, posts),
  PostPinned: (client, event) => change(client, event, event.post, posts),
  PostDeleted: (client, event) => remove(client, event, event.post, posts),
});
