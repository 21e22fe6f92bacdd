import { graphql } from '@parvis/core';

const CHANNELS = graphql(`
  fragment WallChannels on Wall {
    id
    viewerCanDivide
    channels {
      id
      name
      archivedAt
    }
  }
`);

export const ADD_CHANNEL = graphql(
  `
    mutation AddChannel($input: AddChannelInput!) {
      addChannel(input: $input) {
        wall {
          ...WallChannels
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [CHANNELS],
);

export const UPDATE_CHANNEL = graphql(
  `
    mutation UpdateChannel($input: UpdateChannelInput!) {
      updateChannel(input: $input) {
        wall {
          ...WallChannels
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [CHANNELS],
);
