import { graphql, type ResultOf } from '@parvis/core';

export const FOLLOWED_SUBJECTS = graphql(`
  query FollowedSubjects($keys: [String!]!) {
    subjects(refs: $keys) {
      id
      ... on Page {
        viewerFollow
      }
      ... on Post {
        viewerFollow
      }
    }
  }
`);

export const FOLLOWED_PERSON = graphql(`
  query FollowedPerson($handle: String!) {
    person(handle: $handle) {
      id
      name
      status
      viewerFollow
    }
  }
`);

export const FOLLOWED_GROUP = graphql(`
  query FollowedGroup($handle: String!) {
    group(handle: $handle) {
      id
      name
      viewerFollow
    }
  }
`);

export type FollowLevel = NonNullable<NonNullable<ResultOf<typeof FOLLOWED_GROUP>['group']>['viewerFollow']>;

/** What is followed, as far as a button shows it: pages and posts have no name here, and only people leave. */
export interface Followed {
  readonly id: string;
  readonly viewerFollow?: FollowLevel | null;
  readonly name?: string;
  readonly status?: 'ACTIVE' | 'DEPARTED';
}
