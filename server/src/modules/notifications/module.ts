import { defineModule, none } from '../../module.ts';
import { localIdOf } from '../../platform/ids.ts';
import { NotificationLoaders } from './notification-loaders.ts';
import { defineNotificationSchema } from './notification-schema.ts';
import { NotificationService } from './notification-service.ts';
import type { NotificationTables } from './notification-table.ts';
import { eventJob, followersJob, Notifier } from './notifier.ts';
import { Readers } from './readers.ts';

declare module '../../database/database.ts' {
  interface Database extends NotificationTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    InboxChanged: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    notifications: NotificationService;
  }
  interface Loaders {
    notifications: NotificationLoaders;
  }
}

/** What people are told of. It names no module that has something to tell: these declare it. */
export const notifications = defineModule({
  name: 'notifications',
  needs: ['follows', 'people', 'subjects'],
  service: (platform, { follows, people }, { audiences, notices, noticeKinds }) => {
    const readers = new Readers(people, audiences);
    const notifier = new Notifier({ ...platform, follows, readers, sources: notices });
    return new NotificationService({ ...platform, notifier, readers, kinds: noticeKinds });
  },
  loaders: ({ services, viewer }) => new NotificationLoaders(services.notifications, viewer),
  schema: (builder, _platform, { noticeKinds }) => defineNotificationSchema(builder, noticeKinds),
  subjects: none,
  topics: none,
  pageMoved: ({ notifications }) => notifications,
  personMerged: ({ notifications }) => notifications,
  wallMerged: none,
  events: {
    InboxChanged: {
      description: 'Something is different in the inbox of the viewer: something new, withdrawn, seen or read.',
      fields: (t) => ({
        inbox: t.field({
          type: 'Inbox',
          description: 'How it is now.',
          resolve: ({ logged }) => ({ personId: localIdOf(logged.event.subject, 'Person') }),
        }),
      }),
    },
  },
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: none,
  purge: none,
  jobs: {
    tellOfEvent: {
      parse: (payload) => eventJob.parse(payload),
      run: ({ notifications }, job) => notifications.notifier.tellOfEvent(job),
    },
    tellFollowers: {
      parse: (payload) => followersJob.parse(payload),
      run: ({ notifications }, job) => notifications.notifier.tellFollowers(job),
    },
  },
});
