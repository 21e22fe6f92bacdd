import type { Builder } from '../../../graphql/builder.ts';
import { defineMutation } from '../../../graphql/mutation.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { OpenHours } from '../quiet/quiet-rules.ts';
import { defaultDigest, type Digest, digestFrequencies, type DigestFrequency, type Schedule } from './schedule.ts';

/** The open hours of one day of the week. */
interface WeekdayHours extends OpenHours {
  /** 1 is Monday. */
  readonly weekday: number;
}

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    QuietHours: Schedule;
    WeekdayHours: WeekdayHours;
    Digest: Digest;
  }
  interface SchemaInputs {
    WeekdayHoursInput: WeekdayHours;
  }
  interface SchemaScalars {
    DigestFrequency: { Input: DigestFrequency; Output: DigestFrequency };
  }
}

const weekday = 'The day of the week: 1 is Monday, 7 is Sunday.';
const from = 'From this minute on: `08:30`.';
const to =
  'Before this minute: `18:00`. `24:00` is the end of the day; what is not after the beginning is on the next day.';

/** `NotificationSettings.quietHours` and `digest`, and how they are set. */
export function defineScheduleSchema(builder: Builder): void {
  defineQuietHours(builder);
  defineDigest(builder);
  builder.objectField('NotificationSettings', 'quietHours', (t) =>
    t.field({
      type: 'QuietHours',
      reads: true,
      description: 'When they want quiet.',
      resolve: ({ personId }, _args, { services }) => services.notifications.schedules.of(personId),
    }),
  );
  builder.objectField('NotificationSettings', 'digest', (t) =>
    t.field({
      type: 'Digest',
      reads: true,
      description: 'When they get a digest.',
      resolve: async ({ personId }, _args, { services }) =>
        (await services.notifications.schedules.of(personId)).digest ?? defaultDigest,
    }),
  );
  defineMutations(builder);
}

function defineQuietHours(builder: Builder): void {
  builder.objectType('WeekdayHours', {
    description: 'When somebody takes mails of notifications on one day of the week, by the clock of their zone.',
    access: 'parent',
    fields: (t) => ({
      weekday: t.exposeInt('weekday', { description: weekday }),
      from: t.exposeString('from', { description: from }),
      to: t.exposeString('to', { description: to }),
    }),
  });
  builder.inputType('WeekdayHoursInput', {
    description: 'When the viewer takes mails of notifications on one day of the week, by the clock of their zone.',
    fields: (t) => ({
      weekday: t.int({ required: true, description: weekday }),
      from: t.string({ required: true, description: from }),
      to: t.string({ required: true, description: to }),
    }),
  });
  builder.objectType('QuietHours', {
    description: 'When somebody wants quiet: at all times but these. While they are away they want quiet, too.',
    access: 'parent',
    fields: (t) => ({
      zone: t.string({
        description: 'Where their clock is, by the IANA name: `Europe/Paris`.',
        resolve: ({ zone }, _args, { services }) => zone ?? services.notifications.schedules.defaults.zone,
      }),
      hours: t.field({
        type: ['WeekdayHours'],
        size: 7,
        description: 'When mails come; days that are not among them are off.',
        resolve: ({ hours }, _args, { services }) =>
          (hours ?? services.notifications.schedules.defaults.hours).flatMap((day, index) =>
            day ? [{ weekday: index + 1, ...day }] : [],
          ),
      }),
      site: t.exposeString('site', {
        nullable: true,
        description: 'The site whose days off are theirs; null for that of their entry in the directory.',
      }),
      keepsHolidays: t.boolean({
        description: 'Whether public holidays and days off of the company are quiet.',
        resolve: ({ keepsHolidays }) => keepsHolidays ?? true,
      }),
      isDefault: t.boolean({
        description: 'Whether these are the hours of the company.',
        resolve: ({ hours }) => hours === null,
      }),
    }),
  });
}

function defineDigest(builder: Builder): void {
  builder.enumType('DigestFrequency', { description: 'How often a digest comes.', values: digestFrequencies });
  builder.objectType('Digest', {
    description: 'When somebody gets a mail of what is new, if there is anything.',
    access: 'parent',
    fields: (t) => ({
      frequency: t.expose('frequency', { type: 'DigestFrequency', description: 'How often.' }),
      hour: t.exposeInt('hour', { description: 'In which hour of the day, by the clock of their zone: 0 to 23.' }),
      weekday: t.exposeInt('weekday', { description: `${weekday} Of a weekly digest.` }),
    }),
  });
}

function defineMutations(builder: Builder): void {
  defineMutation(builder, 'setQuietHours', {
    description: 'Sets when mails of notifications come to the viewer. What comes at other times waits.',
    input: (t) => ({
      zone: t.string({ description: 'By its IANA name: `Europe/Paris`; null is as the company has it.' }),
      hours: t.field({
        type: ['WeekdayHoursInput'],
        description: 'When mails come, each day once; none for days off. Null is as the company has it.',
      }),
      site: t.string({ description: 'The site whose days off count; null for that of the directory.' }),
      keepsHolidays: t.boolean({ description: 'Whether public holidays and days off of the company are quiet.' }),
    }),
    payload: { settings: 'NotificationSettings' },
    resolve: async ({ idempotencyKey, zone, hours, site, keepsHolidays }, { viewer, services }) => {
      const quiet = {
        zone: zone ?? null,
        hours: hours ? weekOf(hours) : null,
        site: site ?? null,
        keepsHolidays: keepsHolidays ?? null,
      };
      await services.notifications.schedules.setQuietHours(viewer, quiet, idempotencyKey);
      return { settings: await services.notifications.settings(viewer) };
    },
  });
  defineMutation(builder, 'setDigest', {
    description: 'Sets when the viewer gets a digest of what is new.',
    input: (t) => ({
      frequency: t.field({ type: 'DigestFrequency', required: true, description: 'How often.' }),
      hour: t.int({ description: 'In which hour of the day, 0 to 23; 8 by default.' }),
      weekday: t.int({ description: `${weekday} Of a weekly digest; Monday by default.` }),
      zone: t.string({ description: 'Where their clock is, if that is to change: `Europe/Paris`.' }),
    }),
    payload: { settings: 'NotificationSettings' },
    resolve: async ({ idempotencyKey, frequency, hour, weekday, zone }, { viewer, services }) => {
      const digest = { frequency, hour: hour ?? defaultDigest.hour, weekday: weekday ?? defaultDigest.weekday };
      await services.notifications.schedules.setDigest(viewer, { ...digest, zone: zone ?? null }, idempotencyKey);
      return { settings: await services.notifications.settings(viewer) };
    },
  });
}

/** The seven days. @throws {Refusal} INVALID for what is none, or is there twice. */
function weekOf(hours: readonly WeekdayHours[]): (OpenHours | null)[] {
  const week = new Map(hours.map(({ weekday, from, to }) => [weekday, { from, to }]));
  const isWeek = week.size === hours.length && [...week.keys()].every((day) => day >= 1 && day <= 7);
  if (!isWeek) throw new Refusal('INVALID', 'Days are from 1 to 7, each once.', ['hours']);
  return [1, 2, 3, 4, 5, 6, 7].map((day) => week.get(day) ?? null);
}
