import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isQuiet, nextOpen } from '../../../../server/src/modules/notifications/quiet/quiet.ts';
import { assertRules, type QuietRules } from '../../../../server/src/modules/notifications/quiet/quiet-rules.ts';
import { DAY, dateOf } from '../../../../server/src/platform/zoned-time.ts';
import { daily, everyDay, moments } from './moments.ts';

const MINUTE = 60_000;

const rulesOf = (
  zone: string,
  { hours, off = [], until = null }: { hours: QuietRules['hours']; off?: readonly string[]; until?: string | null },
): QuietRules => ({ zone, hours, holidays: new Set(off), holidayUntil: until });

describe('quiet hours', () => {
  for (const [what, zone, rules, at, open] of moments)
    it(`${zone}: ${what}`, () => {
      const time = Date.parse(at);
      const found = nextOpen(time, rulesOf(zone, rules));

      const expected = open === 'now' ? at : open;
      assert.equal(found === null ? null : new Date(found).toISOString(), expected && new Date(expected).toISOString());
      assert.equal(isQuiet(time, rulesOf(zone, rules)), open !== 'now');
    });

  it('have no end where every day of years is off', () => {
    const off = Array.from({ length: 1_100 }, (_, days) => dateOf(Date.UTC(2026, 11, 1) + days * DAY));

    assert.equal(nextOpen(Date.UTC(2026, 11, 1), rulesOf('Europe/Paris', { hours: everyDay, off })), null);
  });

  it('end with the first minute that is not quiet', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const day = fc.tuple(minute, minute).map(([from, to]) => ({ from: time(from), to: time(to) }));
    // Around the hours at which clocks change somewhere.
    const at = fc
      .tuple(
        fc.constantFrom(...moments.map(([, , , moment]) => Date.parse(moment))),
        fc.integer({ min: -3 * DAY, max: 3 * DAY }),
      )
      .map(([moment, away]) => moment + away);
    const rules = fc.record({
      zone: fc.constantFrom(...new Set(moments.map(([, zone]) => zone))),
      hours: fc.array(fc.option(day, { freq: 8 }), { minLength: 7, maxLength: 7 }),
      holidays: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(at, rules, (at, { zone, hours, holidays }) => {
        const off = holidays.map((days) => dateOf(at + days * DAY));
        const these = rulesOf(zone, { hours, off });
        const open = nextOpen(at, these);
        if (open === null) return hours.every((day) => day === null);
        const firstMinute = Math.ceil(at / MINUTE) * MINUTE;
        for (let minute = firstMinute; minute < open; minute += MINUTE)
          assert.ok(isQuiet(minute, these), new Date(minute).toISOString());
        return !isQuiet(open, these) && open >= at;
      }),
      { numRuns: 400 },
    );
  });
});

describe('rules of quiet hours', () => {
  const good = rulesOf('Europe/Paris', { hours: daily('08:00', '18:00'), off: ['2026-12-25'], until: '2026-12-07' });

  it('are taken', () => {
    assertRules(good);
    assertRules({ ...good, hours: daily('00:00', '24:00'), holidayUntil: null });
  });

  for (const [what, wrong, message] of [
    ['a zone that is not there', { zone: 'Europe/Pari' }, /"Europe\/Pari" is not a time zone.*Europe\/Paris/],
    ['an offset', { zone: '+02:00' }, /is not a time zone/],
    ['no zone', { zone: '' }, /is not a time zone/],
    ['a week of six days', { hours: everyDay.slice(1) }, /seven days/],
    ['an hour that no clock shows', { hours: daily('08:00', '25:00') }, /08:00–25:00 are no hours/],
    ['hours from the end of a day', { hours: daily('24:00', '08:00') }, /no hours/],
    ['a day that is not in the calendar', { holidays: new Set(['2026-02-29']) }, /2026-02-29 is not a day/],
    ['an absence until no day', { holidayUntil: 'Monday' }, /Monday is not a day/],
  ] as const)
    it(`are refused with ${what}`, () => {
      assert.throws(() => assertRules({ ...good, ...wrong }), { name: 'Refusal', code: 'INVALID', message });
    });

  it('with a wrong zone are refused also where nobody checked them', () => {
    const wrong = { ...good, zone: 'Mars/Olympus' };

    assert.throws(() => isQuiet(0, wrong), { code: 'INVALID', message: /Mars\/Olympus/ });
    assert.throws(() => nextOpen(0, wrong), { code: 'INVALID', message: /Mars\/Olympus/ });
  });
});

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
