import { parsed, setting } from '../../../platform/settings-table.ts';
import { assertZone } from '../../../platform/zoned-time.ts';
import { parseWeek } from './weekday-hours.ts';

/** The settings of quiet hours. */
export const quietSettings = {
  timeZone: setting('PARVIS_TIME_ZONE', {
    takes: parsed('the name of a time zone, such as Europe/Paris', (zone) => {
      assertZone(zone);
      return zone;
    }),
    default: 'Europe/Paris',
    description: 'The time zone of people who did not choose their own for notifications.',
  }),
  openHours: setting('PARVIS_OPEN_HOURS', {
    takes: parsed('days and hours between commas: Mon-Fri 08:00-19:00,Sat 09:00-12:00', parseWeek),
    default: 'Mon-Fri 08:00-19:00',
    description:
      'When people who chose no hours of their own get mails of notifications; what comes at other times waits. `Mon-Sun 00:00-24:00` is always.',
  }),
};
