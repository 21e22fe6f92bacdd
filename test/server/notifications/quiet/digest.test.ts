import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextDigest } from '../../../../server/src/modules/notifications/quiet/digest.ts';

const [MONDAY, SUNDAY] = [1, 7];

/** What, where, at which hour, on which day of the week, after when, and the digest: worked out with a calendar. */
const digests: readonly (readonly [string, string, number, number | null, string, string])[] = [
  ['a minute before the hour', 'Europe/Paris', 7, null, '2026-11-30T05:59Z', '2026-11-30T06:00Z'],
  ['at the hour: the next one', 'Europe/Paris', 7, null, '2026-11-30T06:00Z', '2026-12-01T06:00Z'],
  ['midnight', 'Europe/Paris', 0, null, '2026-11-30T22:59Z', '2026-11-30T23:00Z'],
  ['once a week', 'Europe/Paris', 7, MONDAY, '2026-11-30T06:00Z', '2026-12-07T06:00Z'],
  ['on Sundays', 'Europe/Paris', 7, SUNDAY, '2026-11-30T12:00Z', '2026-12-06T06:00Z'],
  ['an hour that is skipped', 'Europe/Paris', 2, null, '2026-03-28T01:00Z', '2026-03-29T01:00Z'],
  ['after an hour that was skipped', 'Europe/Paris', 2, null, '2026-03-29T01:00Z', '2026-03-30T00:00Z'],
  ['an hour that is skipped, once a week', 'Europe/Paris', 2, SUNDAY, '2026-03-22T12:00Z', '2026-03-29T01:00Z'],
  ['an hour that comes twice', 'Europe/Paris', 2, null, '2026-10-24T23:00Z', '2026-10-25T00:00Z'],
  ['not the second time', 'Europe/Paris', 2, null, '2026-10-25T00:30Z', '2026-10-26T01:00Z'],
  ['over the end of summer time', 'America/New_York', 8, null, '2026-10-31T12:00Z', '2026-11-01T13:00Z'],
  ['midnight is skipped', 'America/Havana', 0, null, '2026-03-08T04:00Z', '2026-03-08T05:00Z'],
  ['half an hour is skipped', 'Australia/Lord_Howe', 2, null, '2026-10-03T15:00Z', '2026-10-03T15:30Z'],
  ['a quarter of an hour less', 'Asia/Kathmandu', 9, null, '2026-11-30T03:14Z', '2026-11-30T03:15Z'],
  ['the end of the year', 'Pacific/Auckland', 8, null, '2026-12-30T19:00Z', '2026-12-31T19:00Z'],
  ['the easternmost', 'Pacific/Kiritimati', 0, null, '2026-12-06T10:00Z', '2026-12-07T10:00Z'],
  ['a day that never was', 'Pacific/Apia', 8, null, '2011-12-29T18:00Z', '2011-12-30T10:00Z'],
  ['after a day that never was', 'Pacific/Apia', 8, null, '2011-12-30T10:00Z', '2011-12-30T18:00Z'],
];

describe('the next digest', () => {
  for (const [what, zone, hour, weekday, after, expected] of digests)
    it(`${zone}: ${what}`, () => {
      const found = nextDigest(Date.parse(after), { zone, hour, weekday });

      assert.equal(new Date(found).toISOString(), new Date(expected).toISOString());
    });

  it('is refused for a zone that is not there', () => {
    const rules = { zone: 'Europe/Pari', hour: 7, weekday: null };

    assert.throws(() => nextDigest(0, rules), { code: 'INVALID', message: /is not a time zone/ });
  });
});
