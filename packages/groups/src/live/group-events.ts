// Loaded with the stream of events.
import { graphql } from '@parvis/core';
import { live } from '@parvis/core/events/live.js';
import { rereadTopic } from '@parvis/core/events/reread-topic.js';

const GROUP_EVENTS = graphql(`
  fragment Groups_Events on Event {
    __typename
    ... on GroupChanged {
      group
    }
    ... on OwnGroupsChanged {
      person
    }
    ... on MembershipChanged {
      group
    }
    ... on MembershipRequested {
      group
    }
    ... on ChannelsChanged {
      wall
    }
  }
`);

/** How others change groups, and who is in them. What people see of a group differs: it is read again. */
export const groupEvents = live(GROUP_EVENTS, {
  GroupChanged: (client, { group }) => rereadTopic(client, group),
  OwnGroupsChanged: (client, { person }) => rereadTopic(client, person),
  MembershipChanged: (client, { group }) => rereadTopic(client, group),
  ChannelsChanged: (client, { wall }) => rereadTopic(client, wall),
  MembershipRequested: (client, { group }) => rereadTopic(client, group),
});
