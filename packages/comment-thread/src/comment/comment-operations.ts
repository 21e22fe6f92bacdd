import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { REACTABLE_FIELDS } from '@parvis/like-button';

/** All that a thread shows of a comment; its like button asks for nothing more. */
export const COMMENT_FIELDS = graphql(
  `
    fragment CommentFields on Comment {
      ...ReactableFields
      createdAt
      editedAt
      deletedAt
      commentCount
      viewerCanUpdate
      viewerCanDelete
      viewerCanRestore
      author {
        ...PersonFields
      }
      body {
        tree
      }
    }
  `,
  [REACTABLE_FIELDS, PERSON_FIELDS],
);

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
