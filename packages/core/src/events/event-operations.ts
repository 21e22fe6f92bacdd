// What widgets show of comments and posts, less what differs by viewer: events tell all readers the same. A test holds it
// together with the fragments of the widgets, of which core knows nothing.
import { graphql } from '../graphql/graphql.js';
import { PERSON_FIELDS } from '../person/person.js';

/** What an event tells of the reactions to something. */
export const REACTIONS = graphql(`
  fragment LiveReactions on Reactable {
    id
    reactionCount
    reactionGroups {
      content
      totalCount
    }
  }
`);

/** What an event tells of a comment. */
export const COMMENT = graphql(
  `
    fragment LiveComment on Comment {
      __typename
      ...LiveReactions
      createdAt
      editedAt
      deletedAt
      commentCount
      author {
        ...PersonFields
      }
      body {
        tree
      }
      parent {
        id
        commentCount
      }
      subject {
        ... on Page {
          id
          commentCount
        }
        ... on Post {
          id
          commentCount
        }
      }
    }
  `,
  [REACTIONS, PERSON_FIELDS],
);

/** What an event tells of a post. */
export const POST = graphql(
  `
    fragment LivePost on Post {
      __typename
      ...LiveReactions
      commentCount
      lockedAt
      author {
        ...PersonFields
      }
      body {
        tree
      }
      linkUrl
      createdAt
      editedAt
      deletedAt
      pinnedAt
      wall {
        id
      }
    }
  `,
  [REACTIONS, PERSON_FIELDS],
);

/** What happens to some topics from now on, or after a cursor. */
export const EVENTS = graphql(
  `
    subscription Events($topics: [ID!]!, $after: String) {
      events(topics: $topics, after: $after) {
        __typename
        cursor
        ... on CommentAdded {
          comment {
            ...LiveComment
          }
        }
        ... on CommentEdited {
          comment {
            ...LiveComment
          }
        }
        ... on CommentDeleted {
          comment {
            ...LiveComment
          }
        }
        ... on CommentRestored {
          comment {
            ...LiveComment
          }
        }
        ... on PostAdded {
          post {
            ...LivePost
          }
        }
        ... on PostEdited {
          post {
            ...LivePost
          }
        }
        ... on PostDeleted {
          post {
            ...LivePost
          }
        }
        ... on PostRestored {
          post {
            ...LivePost
          }
        }
        ... on PostPinned {
          post {
            ...LivePost
          }
        }
        ... on ReactionsChanged {
          subject {
            ...LiveReactions
          }
          people
        }
        ... on DiscussionLocked {
          subject {
            id
            lockedAt
          }
        }
        ... on PageMoved {
          from
          page {
            id
          }
        }
        ... on Subscribed {
          topics
        }
      }
    }
  `,
  [COMMENT, POST, REACTIONS],
);

/** What of a page, post or comment differs by viewer. */
export const VIEWERS_PART = graphql(`
  query ViewersPart($keys: [ID!]!) {
    nodes(ids: $keys) {
      id
      ... on Reactable {
        viewerReaction
        viewerCanReact
      }
      ... on Comment {
        viewerCanUpdate
        viewerCanDelete
        viewerCanRestore
      }
      ... on Post {
        viewerCanComment
        viewerDidAuthor
        viewerCanUpdate
        viewerCanDelete
        viewerCanRestore
        viewerCanPin
      }
    }
  }
`);
