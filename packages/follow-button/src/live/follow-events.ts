// Loaded with the stream of events.
import { graphql } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { readViewersPart } from '@parvis/core/events/viewers-part.js';
import type { Followed } from '../follow-operations.js';

/** The tabs of one person do not all ask in the same moment. In ms. */
const SPREAD = 200;

const FOLLOW_EVENTS = graphql(`
  fragment Follows_Events on Event {
    __typename
    ... on FollowChanged {
      source
    }
  }
`);

const FOLLOWED_NODES = graphql(`
  query FollowedNodes($keys: [ID!]!) {
    nodes(ids: $keys) {
      id
      ... on Followable {
        viewerFollow
      }
    }
  }
`);

/** What the viewer chose in another tab, or began to follow because they took part. */
export const followEvents = live(FOLLOW_EVENTS, {
  FollowChanged: (client, { source }) => {
    const isShown = client.cache.get<Followed>(source)?.viewerFollow !== undefined;
    if (isShown) readViewersPart(client, FOLLOWED_NODES, source, SPREAD);
  },
});
