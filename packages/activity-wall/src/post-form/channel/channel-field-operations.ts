import { graphql } from '@parvis/core';

export const OPEN_CHANNELS = graphql(`
  query OpenChannels($wallId: ID!) {
    node(id: $wallId) {
      id
      ... on Wall {
        channels {
          id
          name
          archivedAt
        }
      }
    }
  }
`);
