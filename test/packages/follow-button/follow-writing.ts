import { graphql, mutate, type ParvisClient } from '@parvis/core';
import type { FollowLevel } from '@parvis/follow-button';

const OWN = graphql(`
  query OwnFollow($key: String!) {
    pages(keys: [$key]) {
      id
      title
      viewerFollow
    }
  }
`);

const SET = graphql(`
  mutation SetFollowElsewhere($input: SetFollowInput!) {
    setFollow(input: $input) {
      source {
        id
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

/** What the server has of somebody about a page. */
export const stored = async (client: ParvisClient, key: string) => (await client.query(OWN, { key })).pages[0]!;

/** Sets what somebody hears of a page, in another tab or on another device. */
export const setElsewhere = async (client: ParvisClient, key: string, level: FollowLevel | null): Promise<void> => {
  await mutate(client, SET, { sourceId: (await stored(client, key)).id, level });
};
