import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import type { Telling } from '../../graphql/subscription-rendering.ts';
import { fromGlobalId, toGlobalId } from '../../platform/ids.ts';
import { changes } from './event-changes.ts';
import { pageOf, subjectOf } from './event-subject.ts';
import type { TopicService } from './topic-service.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaInterfaces {
    Event: Telling;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    topics: TopicService;
  }
}

type Happened = Extract<Telling, { type: 'Happened' }>;
type Subscribed = Extract<Telling, { type: 'Subscribed' }>;
type Resync = Extract<Telling, { type: 'Resync' }>;

/** `Subscription.events`, and all that it can tell. */
export function defineEventSchema(builder: Builder): void {
  builder.interfaceType('Event', {
    description: 'Something that happened, or something to know about the stream.',
    access: 'parent',
    resolveType: (telling) => (telling.type === 'Happened' ? telling.logged.event.type : telling.type),
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place in the order of all events, two whole numbers: `1700000000000-42`.',
      }),
    }),
  });
  for (const change of changes) defineChange(builder, change);
  defineReactionsChanged(builder);
  definePageMoved(builder);
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
      resolve: (telling) => telling as Telling,
    }),
  );
}

function defineChange(
  builder: Builder,
  { type, description, field, fieldType, fieldDescription }: (typeof changes)[number],
): void {
  builder.objectRef<Happened>(type).implement({
    description,
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      [field]: t.field({
        // Any of the subjects: which one, the event's type says.
        type: fieldType as 'Commentable',
        description: fieldDescription,
        resolve: ({ logged }, _args, context) => subjectOf(logged.event.subject, context),
      }),
    }),
  });
}

function defineReactionsChanged(builder: Builder): void {
  builder.objectRef<Happened>('ReactionsChanged').implement({
    description: 'People reacted, or took their reactions back. Many in a short time are told as one.',
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      subject: t.field({
        type: 'Reactable',
        description: 'What they reacted to, as it is now.',
        resolve: ({ logged }, _args, context) => subjectOf(logged.event.subject, context),
      }),
      people: t.idList({
        description: 'The ids of those who did, 100 at most: their own other windows have more to read.',
        resolve: ({ logged }) => logged.event.people.map((id) => toGlobalId('Person', id)),
      }),
    }),
  });
}

function definePageMoved(builder: Builder): void {
  builder.objectRef<Happened>('PageMoved').implement({
    description: 'All that stood at one page stands at another.',
    interfaces: ['Event'],
    access: 'parent',
    fields: (t) => ({
      from: t.id({
        description: 'The id that the page had.',
        resolve: ({ logged }) => logged.event.topics[0]!,
      }),
      page: t.field({
        type: 'Page',
        description: 'The page where it stands now.',
        resolve: ({ logged }, _args, context) => pageOf(fromGlobalId(logged.event.subject).id, context),
      }),
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
