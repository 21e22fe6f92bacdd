import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { REACTION_COUNTS, VIEWERS_REACTION } from '@parvis/like-button';

/** What posts hold beside their texts, as everybody sees it. Packages add the fields of their kinds. */
const LIVE_CONTENT = graphql(`
  fragment LiveContent on PostContent {
    __typename
    ... on TextPost {
      linkUrl
    }
  }
`);

/** What of it differs by viewer. */
const VIEWERS_CONTENT = graphql(`
  fragment ViewersContent on PostContent {
    __typename
  }
`);

/** What a wall shows of a post, as everybody sees it. */
export const LIVE_POST = graphql(
  `
    fragment LivePost on Post {
      ...ReactionCounts
      commentCount
      lockedAt
      author {
        ...PersonFields
      }
      body {
        tree
      }
      kind
      channel {
        id
        name
      }
      content {
        ...LiveContent
      }
      createdAt
      editedAt
      deletedAt
      pinnedAt
    }
  `,
  [REACTION_COUNTS, PERSON_FIELDS, LIVE_CONTENT],
);

/** What of it differs by viewer. */
export const VIEWERS_POST = graphql(
  `
    fragment ViewersPost on Post {
      ...ViewersReaction
      viewerCanComment
      viewerDidAuthor
      viewerCanUpdate
      viewerCanDelete
      viewerCanRestore
      viewerCanPin
      content {
        ...ViewersContent
      }
    }
  `,
  [VIEWERS_REACTION, VIEWERS_CONTENT],
);

/** All that a wall shows of a post; its like button and the count of its comments ask for nothing more. */
export const POST_FIELDS = graphql(
  `
    fragment PostFields on Post {
      ...LivePost
      ...ViewersPost
    }
  `,
  [LIVE_POST, VIEWERS_POST],
);

/** A post, as the server has it; or one on its way there. */
export type Post = ResultOf<typeof POST_FIELDS> & { readonly sending?: boolean };

/** What a person writes to make or change a post. */
export interface PostDraft {
  readonly body: string;
  /** An address to show below a text. */
  readonly linkUrl?: string | null;
  /** What else it holds, as `addPost` takes it. */
  readonly content?: object;
  /** Where on the wall it is to stand, if the writer chose. */
  readonly channel?: PostChannel | undefined;
}

export type PostChannel = NonNullable<ResultOf<typeof LIVE_POST>['channel']>;

/** The link below a text; undefined for another kind of post, which has none. */
export const linkOf = ({ content }: Post): string | null | undefined =>
  content.__typename === 'TextPost' ? content.linkUrl : undefined;

/** The order of a wall: pinned posts first, then the latest first. */
export function comparePosts(a: Post, b: Post): number {
  const descending = (x: string, y: string) => (x < y ? 1 : x > y ? -1 : 0);
  return (
    descending(a.pinnedAt ?? '', b.pinnedAt ?? '') || descending(a.createdAt, b.createdAt) || descending(a.id, b.id)
  );
}
