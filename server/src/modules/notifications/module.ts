import { defineModule, none } from '../../module.ts';
import { localIdOf } from '../../platform/ids.ts';
import { DAY } from '../../platform/zoned-time.ts';
import { defineFigureSchema } from './figures/figure-schema.ts';
import { FigureService } from './figures/figure-service.ts';
import { createMailing } from './mailing/create-mailing.ts';
import { digestJob, MailPlan, noticesJob } from './mailing/mail-plan.ts';
import { NotificationLoaders } from './notification-loaders.ts';
import { defineNotificationSchema } from './notification-schema.ts';
import { NotificationService } from './notification-service.ts';
import type { NotificationTables } from './notification-table.ts';
import { eventJob, manyJob, Notifier } from './notifier.ts';
import { MuteService } from './preferences/mute-service.ts';
import { definePreferenceMutations } from './preferences/preference-mutations.ts';
import { definePreferenceSchema } from './preferences/preference-schema.ts';
import { PreferenceService } from './preferences/preference-service.ts';
import { defineScheduleSchema } from './preferences/schedule-schema.ts';
import { ScheduleService } from './preferences/schedule-service.ts';
import { Holidays } from './quiet/holidays.ts';
import { placesOf } from './places-of.ts';
import { Readers } from './readers.ts';
import { Teller } from './teller.ts';

declare module '../../database/database.ts' {
  interface Database extends NotificationTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    InboxChanged: true;
  }
}
declare module '../../queue/job.ts' {
  interface JobKinds {
    countNotifications: null;
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
  needs: ['absences', 'follows', 'groups', 'mails', 'people', 'subjects'],
  service: (platform, { absences, follows, groups, mails, people, subjects }, { audiences, notices, noticeKinds }) => {
    const { config } = platform;
    const readers = new Readers(people, audiences);
    const preferences = new PreferenceService({ ...platform, follows, kinds: noticeKinds });
    const defaults = { zone: config.timeZone, hours: config.openHours };
    const schedules = new ScheduleService({ ...platform, people, absences, holidays: new Holidays(config), defaults });
    const common = { ...platform, follows, preferences, placesOf: placesOf(subjects.places) };
    const plan = new MailPlan({ ...common, mails, schedules });
    const teller = new Teller({ ...common, readers, plan });
    const notifier = new Notifier({ ...common, teller, sources: notices });
    const mutes = new MuteService({ ...common, places: subjects.places, notifier });
    const mailing = createMailing({
      ...common,
      groups,
      mails,
      mutes,
      people,
      plan,
      subjects,
      schedules,
      kinds: noticeKinds,
    });
    const sendsMail = config.smtpUrl !== null;
    const figures = new FigureService({ ...platform, zone: config.timeZone });
    const own = { notifier, mailing, preferences, mutes, schedules, figures, readers, kinds: noticeKinds, sendsMail };
    return new NotificationService({ ...platform, ...own });
  },
  loaders: ({ services, viewer }) => new NotificationLoaders(services.notifications, viewer),
  schema: (builder, _platform, { noticeKinds }) => {
    defineNotificationSchema(builder, noticeKinds);
    definePreferenceSchema(builder, noticeKinds);
    definePreferenceMutations(builder);
    defineScheduleSchema(builder);
    defineFigureSchema(builder);
  },
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
    tellMany: {
      parse: (payload) => manyJob.parse(payload),
      run: ({ notifications }, job) => notifications.notifier.tellMany(job),
    },
    tellFollowers: {
      parse: (payload) => manyJob.parse(payload),
      run: ({ notifications }, job) => notifications.notifier.tellMany(job),
    },
    mailNotices: {
      parse: (payload) => noticesJob.parse(payload),
      run: ({ notifications }, job) => notifications.mailing.plan.mailNotices(job),
    },
    sendDigest: {
      parse: (payload) => digestJob.parse(payload),
      run: ({ notifications }, job) => notifications.mailing.plan.sendDigest(job),
    },
    countNotifications: {
      parse: () => null,
      run: ({ notifications }) => notifications.figures.count(),
      every: DAY,
    },
  },
  mails: ({ notifications }) => notifications.mailing.composers,
  answers: none,
  routes: ({ notifications }) => [notifications.mailing.choices.route],
  background: none,
});
