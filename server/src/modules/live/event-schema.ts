import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import type { StreamMessage } from '../../graphql/subscription-rendering.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { subjectOfEvent } from '../subjects/index.ts';
import type { Happened, LiveEvent } from './live-event.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaInterfaces {
    Event: StreamMessage;
  }
}

type Subscribed = Extract<StreamMessage, { type: 'Subscribed' }>;
type Resync = Extract<StreamMessage, { type: 'Resync' }>;

/** `Subscription.events`, and the types of its events. */
export function defineEventSchema(builder: Builder, events: ReadonlyMap<string, LiveEvent>): void {
  builder.interfaceType('Event', {
    description: 'An event of a subject, or a message about the stream itself.',
    access: 'parent',
    resolveType: (message) => (message.type === 'Happened' ? message.logged.event.type : message.type),
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description:
          'The position in the log of events: two whole numbers, as `1700000000000-42`. Pass it as `after` to resume.',
      }),
    }),
  });
  for (const [type, event] of events) defineEvent(builder, type, event);
  defineStreamEvents(builder);
  builder.subscriptionField('events', (t) =>
    t.field({
      type: 'Event',
      access: readers,
      // How many topics a stream may follow, a setting says.
      argumentSize: Infinity,
      description:
        'The events of some topics, as server-sent events. They contain only fields that are the same for all viewers.',
      args: {
        topics: t.arg.idList({
          required: true,
          description: 'The ids of pages, posts, comments, walls and groups, and of the viewer.',
        }),
        after: t.arg.string({
          description:
            'The cursor of the last event that the client received: the events after it come first, or a `Resync` if they are no longer known.',
        }),
      },
      subscribe: () => {
        throw new Error('Event streams are not run by graphql-js.');
      },
      resolve: (message) => message as StreamMessage,
    }),
  );
}

function defineEvent(builder: Builder, type: string, event: LiveEvent): void {
  const { description, field, fieldType, fieldDescription, gather, fields } = event;
  builder.objectRef<Happened>(type).implement({
    description,
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      ...(field !== undefined && {
        [field]: t.field({
          // Any of the subjects: which one, the event's type says.
          type: fieldType as 'Commentable',
          description: fieldDescription,
          resolve: ({ logged }, _args, context) => subjectOfEvent(logged.event.subject, context),
        }),
      }),
      ...(gather && {
        people: t.idList({
          description:
            'The ids of the people who caused it, at most 100. A client of one of them must read the fields that depend on the viewer again.',
          resolve: ({ logged }: Happened) => logged.event.people.map((id) => toGlobalId('Person', id)),
        }),
      }),
      ...fields?.(t),
    }),
  });
}

function defineStreamEvents(builder: Builder): void {
  builder.objectRef<Subscribed>('Subscribed').implement({
    description:
      'The first message of a stream, sent again when the viewer’s rights change: the topics that the stream follows from here on.',
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      topics: t.idList({
        description: 'The topics that the stream follows: those requested that exist and that the viewer may see.',
        resolve: ({ topics }) => [...topics],
      }),
    }),
  });
  builder.objectRef<Resync>('Resync').implement({
    description: 'Events before its cursor are missing: the client must read again what it shows.',
    interfaces: ['Event'],
    access: 'parent',
  });
}
