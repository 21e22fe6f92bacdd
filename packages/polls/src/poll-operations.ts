import { graphql, type ResultOf } from '@parvis/core';

/** A poll as everybody sees it: a part of what walls and events ask of posts. */
export const LIVE_POLL = graphql(`
  fragment Poll_LiveContent on Poll {
    __typename
    choices {
      id
      text
      voteCount
    }
    multiple
    endsAt
    closedAt
    isClosed
    voterCount
  }
`);

/** What of it differs by viewer: a part of what walls ask of posts. */
export const VIEWERS_POLL = graphql(`
  fragment Poll_ViewersContent on Poll {
    choices {
      id
      viewerVoted
    }
    viewerCanVote
    viewerCanClose
  }
`);

const POLL_FIELDS = graphql(
  `
    fragment PollFields on Post {
      id
      content {
        ...Poll_LiveContent
        ...Poll_ViewersContent
      }
    }
  `,
  [LIVE_POLL, VIEWERS_POLL],
);

/** A poll, as the server has it. */
export type Poll = ResultOf<typeof LIVE_POLL> & ResultOf<typeof VIEWERS_POLL>;
export type Choice = Poll['choices'][number];
export interface PollPost {
  readonly id: string;
  readonly content: Partial<Poll>;
}

export const POLLS = graphql(
  `
    query Polls($keys: [ID!]!) {
      nodes(ids: $keys) {
        ...PollFields
      }
    }
  `,
  [POLL_FIELDS],
);

export const VOTE = graphql(
  `
    mutation VotePoll($input: VotePollInput!) {
      votePoll(input: $input) {
        post {
          ...PollFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [POLL_FIELDS],
);

export const CLOSE = graphql(
  `
    mutation ClosePoll($input: ClosePollInput!) {
      closePoll(input: $input) {
        post {
          ...PollFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [POLL_FIELDS],
);
