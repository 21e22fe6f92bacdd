import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { REACTION_COUNTS, VIEWERS_REACTION } from '@parvis/like-button';

/** What a thread shows of a comment, as everybody sees it. */
export const LIVE_COMMENT = graphql(
  `
    fragment LiveComment on Comment {
      ...ReactionCounts
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
    }
  `,
  [REACTION_COUNTS, PERSON_FIELDS],
);

/** What of it differs by viewer. */
export const VIEWERS_COMMENT = graphql(
  `
    fragment ViewersComment on Comment {
      ...ViewersReaction
      viewerCanUpdate
      viewerCanDelete
      viewerCanRestore
      viewerHasMailRest
    }
  `,
  [VIEWERS_REACTION],
);

/** All that a thread shows of a comment; its like button asks for nothing more. */
export const COMMENT_FIELDS = graphql(
  `
    fragment CommentFields on Comment {
      ...LiveComment
      ...ViewersComment
    }
  `,
  [LIVE_COMMENT, VIEWERS_COMMENT],
);

/** Where a comment stands, with the counts that it changes there. */
export const COMMENT_SURROUNDINGS = graphql(`
  fragment CommentSurroundings on Comment {
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
`);

/** A comment, as the server has it; or one on its way there. */
export type Comment = ResultOf<typeof COMMENT_FIELDS> & {
  readonly sending?: boolean;
  /** Somebody else has written it just now. */
  readonly isNew?: boolean;
  /** Somebody has deleted it just now, and nobody needs to see where it stood. */
  readonly isGone?: boolean;
};

/** Where a page of comments starts and ends. */
export const PAGE_INFO = graphql(`
  fragment CommentPageInfo on CommentConnection {
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`);
