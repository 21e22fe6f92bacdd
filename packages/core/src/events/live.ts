import type { ParvisClient } from '../client/parvis-client.js';
import { extend, graphql, type Document } from '../graphql/graphql.js';
import type { StreamedEvent } from './streamed-event.js';

/** What the stream itself asks of events. */
const EVENT_FIELDS = graphql(`
  fragment Events on Event {
    __typename
    cursor
    ... on Subscribed {
      topics
    }
  }
`);

/** What happens to some topics from now on, or after a cursor. Each package adds what it asks of events. */
const EVENTS = graphql(
  `
    subscription Events($topics: [ID!]!, $after: String) {
      events(topics: $topics, after: $after) {
        ...Events
      }
    }
  `,
  [EVENT_FIELDS],
);

type Handler = (client: ParvisClient, event: StreamedEvent) => unknown;

/** What a package shows of what others do. */
export interface Live {
  /** What it asks of events: a fragment whose name ends in `_Events`. */
  readonly fields: string;
  /** How it shows each event, by the name of its type. Told again, an event changes nothing that is known from later. */
  readonly apply: Readonly<Record<string, Handler>>;
}

/** Declares what a package shows of what others do. */
export const live = <Event extends { __typename: string }>(
  fields: Document<Event, object>,
  apply: {
    readonly [Name in Event['__typename']]?: (
      client: ParvisClient,
      event: Extract<Event, { __typename: Name }> & Pick<StreamedEvent, 'cursor'>,
    ) => unknown;
  },
): Live => ({ fields: fields as unknown as string, apply: apply as unknown as Live['apply'] });

/** The one question that asks for all of it. */
export const subscription = (all: readonly Live[]): string =>
  extend(
    EVENTS as unknown as string,
    all.map(({ fields }) => fields),
  );

/** Shows what happened on the server. */
export function applyEvent(client: ParvisClient, all: readonly Live[], event: StreamedEvent): void {
  for (const { apply } of all) apply[event.__typename]?.(client, event);
}
