// Loaded with the stream of events.
import { graphql, type ParvisClient, type ResultOf } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { take } from '@parvis/core/events/news.js';
import { add, change, remove, restore, type WrittenKind } from '@parvis/core/events/written.js';
import { COMMENT_SURROUNDINGS, LIVE_COMMENT, VIEWERS_COMMENT } from '../comment/comment-operations.js';
import type { Commentable } from '../comment-thread-operations.js';

const TOLD_COMMENT = graphql(
  `
    fragment ToldComment on Comment {
      ...LiveComment
      ...CommentSurroundings
    }
  `,
  [LIVE_COMMENT, COMMENT_SURROUNDINGS],
);

const COMMENT_EVENTS = graphql(
  `
    fragment Comments_Events on Event {
      __typename
      ... on CommentAdded {
        comment {
          ...ToldComment
        }
      }
      ... on CommentEdited {
        comment {
          ...ToldComment
        }
      }
      ... on CommentDeleted {
        comment {
          ...ToldComment
        }
      }
      ... on CommentRestored {
        comment {
          ...ToldComment
        }
      }
      ... on DiscussionLocked {
        subject {
          id
          lockedAt
        }
      }
    }
  `,
  [TOLD_COMMENT],
);

const VIEWERS_COMMENTS = graphql(
  `
    query ViewersComments($keys: [ID!]!) {
      nodes(ids: $keys) {
        ...ViewersComment
      }
    }
  `,
  [VIEWERS_COMMENT],
);

const comments: WrittenKind<ResultOf<typeof TOLD_COMMENT>> = {
  list: ({ parent, subject }) => `comments:${parent?.id ?? subject.id}`,
  around: ({ parent, subject }) => [parent, subject],
  // With replies below, something must stand in its place.
  leavesTrace: ({ commentCount }) => commentCount > 0,
  asStranger: (_comment, viewer) => ({
    viewerReaction: null,
    viewerCanReact: !!viewer,
    viewerCanUpdate: false,
    viewerCanDelete: false,
    viewerCanRestore: false,
  }),
  viewersPart: VIEWERS_COMMENTS,
};

/** What others do in the discussions that are shown. */
export const commentEvents = live(COMMENT_EVENTS, {
  CommentAdded: (client, event) => add(client, event, event.comment, comments),
  CommentRestored: (client, event) => restore(client, event, event.comment, comments),
  CommentEdited: (client, event) => change(client, event, event.comment, comments),
  CommentDeleted: (client, event) => remove(client, event, event.comment, comments),
  DiscussionLocked: (client, { subject, cursor }) => lock(client, subject, cursor),
});

async function lock(
  client: ParvisClient,
  subject: Pick<Commentable, 'id' | 'lockedAt'>,
  cursor: string | null,
): Promise<void> {
  const { cache } = client;
  const { id } = subject;
  const known = cache.get<Commentable>(id);
  if (!known) return;
  take(client, subject, cursor);
  if (known.viewerCanComment === undefined) return;
  const viewer = await client.session().then(
    ({ viewer }) => viewer,
    () => null,
  );
  cache.write({ id, viewerCanComment: !!viewer && !cache.get<Commentable>(id)!.lockedAt });
}
