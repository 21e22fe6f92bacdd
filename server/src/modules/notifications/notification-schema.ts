import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import type { GraphQLContext } from '../../graphql/context.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { fromGlobalId, localIdOf, toGlobalId } from '../../platform/ids.ts';
import type { Readable } from '../../platform/readable.ts';
import { excerptOf, groupOfNotice, placeOfNotice, subjectOfNotice } from './notice-subject.ts';
import { type NoticeDeclaration, type NoticeKind, type NoticeLevel, noticeLevels } from '../../events/notices.ts';
import { mostNamed, noticeLanguage, sentence } from './notice-words.ts';
import { type Inbox, isRead, isSeen, type Notification } from './notification.ts';
import type { Subject } from '../subjects/index.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Inbox: Inbox;
    Notification: Notification;
  }
  interface SchemaScalars {
    NotificationKind: { Input: NoticeKind; Output: NoticeKind };
    NotificationLevel: { Input: NoticeLevel; Output: NoticeLevel };
  }
}

/** @param kinds - All that modules declare. */
export function defineNotificationSchema(builder: Builder, kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>): void {
  builder.enumType('NotificationKind', {
    description: 'What a notification tells of.',
    values: [...kinds.keys()].sort(),
  });
  builder.enumType('NotificationLevel', {
    description: 'How much a notification matters: what one may know, what waits for an answer, what cannot wait.',
    values: noticeLevels,
  });
  defineNotification(builder, kinds);
  defineInbox(builder);
  defineMarking(builder);
}

function defineNotification(builder: Builder, kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>): void {
  builder.objectType('Notification', {
    description: 'Something that the viewer is told: what others did to one thing in one way, as long as it stands.',
    interfaces: ['Node'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => toGlobalId('Notification', id) }),
      kind: t.expose('kind', { type: 'NotificationKind', description: 'What it tells of.' }),
      level: t.field({
        type: 'NotificationLevel',
        description: 'How much it matters.',
        resolve: ({ kind }) => kinds.get(kind)!.level,
      }),
      text: t.string({
        description: 'All of it in one sentence: “Nadia Benali, Paul Martin and 12 others replied to your comment”.',
        args: { language: t.arg.string({ description: 'A language tag, as `fr-CA`; English where it is not known.' }) },
        resolve: (notification, { language }, context) =>
          textOf(notification, kinds.get(notification.kind)!, language, context),
      }),
      people: t.field({
        type: ['Person'],
        description: `Who did it, the last first; ${mostNamed} at most. Those that the viewer has not read of, while there are any.`,
        size: mostNamed,
        resolve: (notification, _args, context) => peopleOf(notification, context),
      }),
      peopleCount: t.int({
        description: 'How many they are; the viewer is not among them.',
        resolve: async (notification, _args, { loaders }) => (await loaders.notifications.acts(notification)).count,
      }),
      subject: t.field({
        type: 'Subject',
        nullable: true,
        description: 'The comment or post that it leads to.',
        resolve: (notification, _args, context) =>
          subjectOfNotice(notification, context) as Promise<Readable<Subject> | null>,
      }),
      group: t.field({
        type: 'Group',
        nullable: true,
        description: 'The group that it is about, where it leads to no comment or post: a request, an invitation.',
        resolve: (notification, _args, context) => groupOfNotice(notification, context),
      }),
      excerpt: t.string({
        nullable: true,
        description: 'The beginning of what is written there, plain text.',
        resolve: async (notification, _args, context) => excerptOf(await subjectOfNotice(notification, context)),
      }),
      place: t.string({
        nullable: true,
        description: 'Where that is: the title of the page, the name of the group.',
        resolve: async (notification, _args, context) => (await placeOfNotice(notification, context))?.name ?? null,
      }),
      url: t.string({
        nullable: true,
        description: 'The address of the page where it stands; null where that is not known.',
        resolve: async (notification, _args, context) => (await placeOfNotice(notification, context))?.url ?? null,
      }),
      at: t.expose('lastAt', { type: 'DateTime', description: 'When the last of it was told.' }),
      isSeen: t.boolean({ description: 'Whether the viewer has seen the list with it.', resolve: isSeen }),
      isRead: t.boolean({ description: 'Whether the viewer has read it.', resolve: isRead }),
    }),
  });
  defineNodeLoader(builder, 'Notification', (id, { loaders }) => loaders.notifications.load(id));
}

function defineInbox(builder: Builder): void {
  const connection = defineConnection(builder, 'Notification');
  builder.objectType('Inbox', {
    description: 'What somebody is told, as they alone see it.',
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque and permanent.', resolve: ({ personId }) => toGlobalId('Inbox', personId) }),
      unseenCount: t.int({
        description:
          'How many notifications they have not seen. Whoever follows their own id is told of it live, by `InboxChanged`.',
        resolve: ({ personId }, _args, { loaders }) => loaders.notifications.unseen(personId),
      }),
      notifications: t.field({
        type: connection,
        description: 'The last first. None in an event.',
        args: {
          ...connectionArgs(t),
          kinds: t.arg({ type: ['NotificationKind'], description: 'Of these kinds only.' }),
          unread: t.arg.boolean({ description: 'Only what they have not read.' }),
        },
        resolve: ({ personId }, args, { viewer, services }) => services.notifications.list(viewer, personId, args),
      }),
    }),
  });
  builder.objectField('Viewer', 'inbox', (t) =>
    t.field({ type: 'Inbox', description: 'What they are told.', resolve: ({ id }) => ({ personId: id }) }),
  );
}

function defineMarking(builder: Builder): void {
  defineMutation(builder, 'markNotificationsSeen', {
    description: 'Marks the viewer’s notifications as seen, as when the list is opened. They stay unread.',
    input: (t) => ({
      until: t.field({
        type: 'DateTime',
        required: true,
        description: 'The `at` of the latest one that was shown: what came after is not marked.',
      }),
    }),
    payload: { inbox: 'Inbox' },
    resolve: async ({ idempotencyKey, until }, { viewer, services }) => ({
      inbox: await services.notifications.mark(viewer, { as: 'seen', until }, idempotencyKey),
    }),
  });
  defineMutation(builder, 'markNotificationsRead', {
    description: 'Marks notifications of the viewer as read: some, those of what they have before them, or all.',
    input: (t) => ({
      ids: t.idList({ description: 'Their ids; at most 100.' }),
      subjects: t.idList({
        description: 'The ids of the posts and comments that the viewer has before them; at most 100.',
      }),
    }),
    payload: { inbox: 'Inbox' },
    resolve: async ({ idempotencyKey, ids, subjects }, { viewer, services }) => {
      const marking = subjects
        ? ({ as: 'shown', subjectIds: subjects.map((id) => fromGlobalId(id).id) } as const)
        : ({ as: 'read', ids: ids ? ids.map((id) => localIdOf(id, 'Notification')) : null } as const);
      return { inbox: await services.notifications.mark(viewer, marking, idempotencyKey) };
    },
  });
  defineMutation(builder, 'markNotificationsUnread', {
    description: 'Marks notifications of the viewer as not read. They stay seen.',
    input: (t) => ({ ids: t.idList({ required: true, description: 'Their ids; at most 100.' }) }),
    payload: { inbox: 'Inbox' },
    resolve: async ({ idempotencyKey, ids }, { viewer, services }) => ({
      inbox: await services.notifications.mark(
        viewer,
        { as: 'unread', ids: ids.map((id) => localIdOf(id, 'Notification')) },
        idempotencyKey,
      ),
    }),
  });
}

async function textOf(
  notification: Notification,
  declaration: NoticeDeclaration,
  tag: string | null | undefined,
  context: GraphQLContext,
): Promise<string> {
  const [people, { count }, place] = await Promise.all([
    peopleOf(notification, context),
    context.loaders.notifications.acts(notification),
    placeOfNotice(notification, context),
  ]);
  return sentence(declaration, noticeLanguage(tag), {
    names: people.map(({ name }) => name),
    count,
    place: place?.name ?? null,
  });
}

async function peopleOf(notification: Notification, { loaders }: GraphQLContext) {
  const { actorIds } = await loaders.notifications.acts(notification);
  const people = await Promise.all(actorIds.slice(0, mostNamed).map(async (id) => loaders.people.load(id)));
  return people.filter((person) => person !== null);
}
