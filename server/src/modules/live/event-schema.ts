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

/** `Subscription.events`, and all that it can tell. */
export function defineEventSchema(builder: Builder, events: ReadonlyMap<string, LiveEvent>): void {
  builder.interfaceType('Event', {
    description: 'Something that happened, or something to know about the stream.',
    access: 'parent',
    resolveType: (message) => (message.type === 'Happened' ? message.logged.event.type : message.type),
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place in the order of all events, two whole numbers: `1700000000000-42`.',
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
      description: 'Everything that happens to some topics, for all their readers alike.',
      args: {
        topics: t.arg.idList({ required: true, description: 'Ids of pages, posts, comments and walls.' }),
        after: t.arg.string({ description: 'A cursor: what came after it is told first.' }),
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
      [field]: t.field({
        // Any of the subjects: which one, the event's type says.
        type: fieldType as 'Commentable',
        description: fieldDescription,
        resolve: ({ logged }, _args, context) => subjectOfEvent(logged.event.subject, context),
      }),
      ...(gather && {
        people: t.idList({
          description: 'The ids of those who did, 100 at most: their own other windows have more to read.',
          resolve: ({ logged }: Happened) => logged.event.people.map((id) => toGlobalId('Person', id)),
        }),
      }),
      ...fields?.(t),
    }),
  });
}

function defineStreamEvents(builder: Builder): void {
  builder.objectRef<Subscribed>('Subscribed').implement({
    description: 'Comes first, and again when the viewer’s rights change: what is followed from here on.',
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      topics: t.idList({
        description: 'The topics that are followed. Others are not there, or not for this viewer.',
        resolve: ({ topics }) => [...topics],
      }),
    }),
  });
  builder.objectRef<Resync>('Resync').implement({
    description: 'Events before its cursor are missing: read again what is shown.',
    interfaces: ['Event'],
    access: 'parent',
  });
}
