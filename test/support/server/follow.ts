import { EventReader } from './event-reader.ts';
import type { GraphQLCaller } from '../graphql-caller.ts';

/** What the tests ask of each event. */
export const eventSelection = `__typename cursor
  ... on CommentAdded { comment { ...C } } ... on CommentEdited { comment { ...C } }
  ... on CommentDeleted { comment { ...C } } ... on CommentRestored { comment { ...C } }
  ... on PostAdded { post { ...P } } ... on PostEdited { post { ...P } } ... on PostDeleted { post { ...P } }
  ... on PostRestored { post { ...P } } ... on PostPinned { post { ...P } }
  ... on ReactionsChanged { people reactable: subject { id reactionCount } }
  ... on DiscussionLocked { commentable: subject { id lockedAt } }
  ... on PageMoved { from page { id key } }
  ... on Subscribed { topics }`;

const fragments = `fragment C on Comment { id body { text } reactionCount }
  fragment P on Post { id body { text } pinnedAt deletedAt }`;

export const eventsDocument = `subscription ($topics: [ID!]!, $after: String) {
  events(topics: $topics, after: $after) { ${eventSelection} }
} ${fragments}`;

export interface FollowOptions {
  after?: string | null;
  query?: string;
  headers?: Record<string, string>;
}

/** Asks for a stream of events; the answer may be a refusal. */
export function askToFollow(
  client: GraphQLCaller,
  topics: readonly string[],
  { after = null, query = eventsDocument, headers = {} }: FollowOptions = {},
): Promise<Response> {
  return client.post({ query, variables: { topics, after } }, { accept: 'text/event-stream', ...headers });
}

/** Follows topics; resolves once the server has said which. */
export async function follow(
  client: GraphQLCaller,
  topics: readonly string[],
  options: FollowOptions = {},
): Promise<EventReader> {
  const response = await askToFollow(client, topics, options);
  if (response.status !== 200 || !response.headers.get('content-type')!.startsWith('text/event-stream'))
    throw new Error(`No stream: ${response.status} ${await response.text()}`);
  const reader = new EventReader(response.body!);
  await reader.subscribed();
  return reader;
}
