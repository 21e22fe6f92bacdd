import type { QuietRules } from '../../../../server/src/modules/notifications/quiet/quiet-rules.ts';

type Week = QuietRules['hours'];

export const daily = (from: string, to: string): Week => Array.from({ length: 7 }, () => ({ from, to }));
/** The same hours on some days, 1 is Monday. */
const on = (days: readonly number[], from: string, to: string): Week =>
  daily(from, to).map((hours, day) => (days.includes(day + 1) ? hours : null));
const [MONDAY, FRIDAY, SATURDAY] = [1, 5, 6];

export const everyDay = daily('00:00', '24:00');
const never: Week = daily('', '').map(() => null);
const office = on([1, 2, 3, 4, 5], '08:00', '18:00');
const nights = on([1, 2, 3, 4, 5], '22:00', '06:00');
const saturdayNight = on([SATURDAY], '22:00', '06:00');

/** What, where, by which rules, when, and when it is not quiet any more: worked out with a calendar, and none by our functions. */
export const moments: readonly (readonly [
  what: string,
  zone: string,
  rules: { hours: Week; off?: readonly string[]; until?: string },
  at: string,
  open: string | 'now' | null,
])[] = [
  // Monday, 30 November 2026, is the first day of most of these.
  ['a minute before the hours', 'Europe/Paris', { hours: office }, '2026-11-30T06:59Z', '2026-11-30T07:00Z'],
  ['half a minute before', 'Europe/Paris', { hours: office }, '2026-11-30T06:59:30.500Z', '2026-11-30T07:00Z'],
  ['the first minute of the hours', 'Europe/Paris', { hours: office }, '2026-11-30T07:00Z', 'now'],
  ['the last moment of the hours', 'Europe/Paris', { hours: office }, '2026-11-30T16:59:59.999Z', 'now'],
  ['the evening', 'Europe/Paris', { hours: office }, '2026-11-30T17:00Z', '2026-12-01T07:00Z'],
  ['the weekend', 'Europe/Paris', { hours: office }, '2026-12-04T17:00Z', '2026-12-07T07:00Z'],
  ['a weekend in summer', 'Europe/Paris', { hours: office }, '2026-07-03T16:00Z', '2026-07-06T06:00Z'],
  ['all of Monday, on Sunday', 'Europe/Paris', { hours: on([MONDAY], '00:00', '24:00') }, '2026-12-06T12:00Z', '2026-12-06T23:00Z'],
  ['a day of 24 hours from eight to eight', 'Europe/Paris', { hours: on([MONDAY], '08:00', '08:00') }, '2026-12-08T06:59Z', 'now'],
  ['the end of such a day', 'Europe/Paris', { hours: on([MONDAY], '08:00', '08:00') }, '2026-12-08T07:00Z', '2026-12-14T07:00Z'],
  ['no hours at all', 'Europe/Paris', { hours: never }, '2026-12-08T07:00Z', null],

  // Clocks go forward on 29 March 2026 at 01:00 UTC, and back on 25 October at 01:00 UTC.
  ['the weekend on which summer time begins', 'Europe/Paris', { hours: office }, '2026-03-27T17:00Z', '2026-03-30T06:00Z'],
  ['the weekend on which it ends', 'Europe/Paris', { hours: office }, '2026-10-23T16:00Z', '2026-10-26T07:00Z'],
  ['hours that begin in the skipped hour', 'Europe/Paris', { hours: daily('02:30', '10:00') }, '2026-03-29T00:59Z', '2026-03-29T01:00Z'],
  ['hours within the skipped hour', 'Europe/Paris', { hours: daily('02:15', '02:45') }, '2026-03-28T12:00Z', '2026-03-30T00:15Z'],
  ['the first time of a doubled hour', 'Europe/Paris', { hours: daily('02:30', '10:00') }, '2026-10-25T00:00Z', '2026-10-25T00:30Z'],
  ['the hours in the first time', 'Europe/Paris', { hours: daily('02:30', '10:00') }, '2026-10-25T00:45Z', 'now'],
  ['the second time of a doubled hour', 'Europe/Paris', { hours: daily('02:30', '10:00') }, '2026-10-25T01:10Z', '2026-10-25T01:30Z'],
  ['hours within the doubled hour, again', 'Europe/Paris', { hours: daily('02:15', '02:45') }, '2026-10-25T00:45Z', '2026-10-25T01:15Z'],
  ['a summer Sunday in Ireland', 'Europe/Dublin', { hours: office }, '2026-03-29T12:00Z', '2026-03-30T07:00Z'],
  ['the weekend on which summer time begins', 'America/New_York', { hours: office }, '2026-03-06T23:00Z', '2026-03-09T12:00Z'],
  ['the weekend on which it ends', 'America/New_York', { hours: office }, '2026-10-30T22:00Z', '2026-11-02T13:00Z'],

  ['before the night', 'Europe/Paris', { hours: nights }, '2026-12-01T05:00Z', '2026-12-01T21:00Z'],
  ['Saturday morning, which belongs to Friday', 'Europe/Paris', { hours: nights }, '2026-12-05T04:30Z', 'now'],
  ['the end of the last night', 'Europe/Paris', { hours: nights }, '2026-12-05T05:00Z', '2026-12-07T21:00Z'],
  ['the end of a night of seven hours', 'Europe/Paris', { hours: saturdayNight }, '2026-03-29T03:59Z', 'now'],
  ['after a night of seven hours', 'Europe/Paris', { hours: saturdayNight }, '2026-03-29T04:00Z', '2026-04-04T20:00Z'],
  ['the end of a night of nine hours', 'Europe/Paris', { hours: saturdayNight }, '2026-10-25T04:59Z', 'now'],
  ['after a night of nine hours', 'Europe/Paris', { hours: saturdayNight }, '2026-10-25T05:00Z', '2026-10-31T21:00Z'],

  ['half an hour more', 'Asia/Kolkata', { hours: office }, '2026-11-30T02:29Z', '2026-11-30T02:30Z'],
  ['a quarter of an hour less', 'Asia/Kathmandu', { hours: office }, '2026-11-30T02:14Z', '2026-11-30T02:15Z'],
  ['half an hour, behind', 'Pacific/Marquesas', { hours: office }, '2026-12-07T17:29Z', '2026-12-07T17:30Z'],
  ['half an hour is skipped', 'Australia/Lord_Howe', { hours: daily('02:15', '03:00') }, '2026-10-03T15:29Z', '2026-10-03T15:30Z'],
  ['half an hour is doubled', 'Australia/Lord_Howe', { hours: daily('01:45', '01:50') }, '2026-04-04T14:50Z', '2026-04-04T15:15Z'],
  ['three quarters', 'Pacific/Chatham', { hours: office }, '2026-11-29T18:14Z', '2026-11-29T18:15Z'],
  ['three quarters, over the end of summer', 'Pacific/Chatham', { hours: office }, '2026-04-03T04:15Z', '2026-04-05T19:15Z'],
  ['seconds, in another century', 'Africa/Monrovia', { hours: office }, '1971-06-07T08:44:29Z', '1971-06-07T08:44:30Z'],
  ['the easternmost', 'Pacific/Kiritimati', { hours: office }, '2026-12-06T17:59Z', '2026-12-06T18:00Z'],
  ['the westernmost', 'Etc/GMT+12', { hours: office }, '2026-12-07T19:59Z', '2026-12-07T20:00Z'],

  ['midnight is skipped', 'America/Havana', { hours: daily('00:30', '06:00') }, '2026-03-08T04:59Z', '2026-03-08T05:00Z'],
  ['the first hour of a day is skipped', 'America/Havana', { hours: daily('00:00', '01:00') }, '2026-03-07T06:00Z', '2026-03-09T04:00Z'],
  ['a Friday that never was', 'Pacific/Apia', { hours: office }, '2011-12-30T04:00Z', '2012-01-01T18:00Z'],
  ['only Fridays, one of which never was', 'Pacific/Apia', { hours: on([FRIDAY], '08:00', '18:00') }, '2011-12-29T22:00Z', '2012-01-05T18:00Z'],

  ['before the country kept its summer time', 'Europe/Istanbul', { hours: office }, '2015-12-07T05:59Z', '2015-12-07T06:00Z'],
  ['since it keeps it', 'Europe/Istanbul', { hours: office }, '2016-12-05T04:59Z', '2016-12-05T05:00Z'],
  ['the last summer time', 'America/Mexico_City', { hours: office }, '2022-07-04T12:59Z', '2022-07-04T13:00Z'],
  ['a year later', 'America/Mexico_City', { hours: office }, '2023-07-03T13:59Z', '2023-07-03T14:00Z'],
  ['the last days of a lasting summer time', 'Europe/Moscow', { hours: office }, '2014-10-24T14:00Z', '2014-10-27T05:00Z'],
  ['half an hour is given up', 'America/Caracas', { hours: office }, '2016-04-29T22:30Z', '2016-05-02T12:00Z'],
  ['half an hour, for some years', 'Asia/Pyongyang', { hours: office }, '2016-06-05T23:29Z', '2016-06-05T23:30Z'],
  ['in Ramadan', 'Africa/Casablanca', { hours: office }, '2024-03-20T07:59Z', '2024-03-20T08:00Z'],
  ['after it', 'Africa/Casablanca', { hours: office }, '2024-05-15T06:59Z', '2024-05-15T07:00Z'],

  ['Christmas', 'Europe/Paris', { hours: office, off: ['2026-12-25'] }, '2026-12-24T17:00Z', '2026-12-28T07:00Z'],
  ['on Christmas itself', 'Europe/Paris', { hours: office, off: ['2026-12-25'] }, '2026-12-25T10:00Z', '2026-12-28T07:00Z'],
  ['the end of the year', 'Europe/Paris', { hours: office, off: ['2027-01-01'] }, '2026-12-31T17:00Z', '2027-01-04T07:00Z'],
  ['the end of the year, where it is last', 'Pacific/Pago_Pago', { hours: office, off: ['2027-01-01'] }, '2027-01-01T05:00Z', '2027-01-04T19:00Z'],
  ['a holiday on a leap day', 'Europe/Paris', { hours: office, off: ['2028-02-29'] }, '2028-02-28T17:00Z', '2028-03-01T07:00Z'],
  ['the night into a holiday', 'Europe/Paris', { hours: nights, off: ['2026-12-25'] }, '2026-12-25T04:00Z', 'now'],
  ['the night of a holiday', 'Europe/Paris', { hours: nights, off: ['2026-12-25'] }, '2026-12-25T05:00Z', '2026-12-28T21:00Z'],
  ['away until Friday', 'Europe/Paris', { hours: office, until: '2026-12-11' }, '2026-12-07T09:00Z', '2026-12-14T07:00Z'],
  ['away until the day before', 'Europe/Paris', { hours: office, until: '2026-12-06' }, '2026-12-07T09:00Z', 'now'],
  ['away until a holiday', 'Europe/Paris', { hours: office, until: '2026-12-24', off: ['2026-12-25'] }, '2026-12-07T09:00Z', '2026-12-28T07:00Z'],
  ['away for two years', 'Europe/Paris', { hours: office, until: '2028-12-01' }, '2026-12-07T09:00Z', '2028-12-04T07:00Z'],
  ['away until the eve of the skipped midnight', 'America/Havana', { hours: daily('00:00', '06:00'), until: '2026-03-07' }, '2026-03-05T12:00Z', '2026-03-08T05:00Z'],
]; // prettier-ignore
