import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../../server/src/platform/ids.ts';
import { DAY, dateOf } from '../../../../server/src/platform/zoned-time.ts';
import { MailOffice } from '../../../support/mail/mail-office.ts';
import { moments } from './moments.ts';

/** In the order of time: what was seen later than it was told is not mailed. */
const ordered = moments.toSorted(([, , , one], [, , , other]) => Date.parse(one) - Date.parse(other));
const siteOf = (index: number) => `Site ${index}`;

describe('mails in quiet hours', () => {
  let office: MailOffice;
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parvis-quiet-'));
    const file = join(directory, 'holidays.csv');
    const days = ordered.flatMap(([, , { off = [] }], index) => off.map((day) => `${day};${siteOf(index)};Off\n`));
    await writeFile(file, days.join(''));
    office = await MailOffice.open({ PARVIS_HOLIDAYS_FILE: file, PARVIS_MAIL_DELAY: '0' });
  });
  after(async () => {
    await office.close();
    await rm(directory, { recursive: true });
  });

  const setClock = (time: number) => {
    const { clock } = office.intranet.server;
    clock.advance(time - clock.now());
  };
  const sentAt = async (time: number) => {
    setClock(time);
    return (await office.sent()).length;
  };
  const act = (mutation: string, input: Record<string, unknown>, result: string) =>
    office.zoe.client.mutate(mutation, input, result);

  for (const [index, [what, zone, { hours, until }, at, open]] of ordered.entries())
    it(`wait as long as they have to: ${zone}, ${what}`, async () => {
      const told = Date.parse(at);
      setClock(told - DAY);
      const days = hours.flatMap((day, weekday) => (day ? [{ weekday: weekday + 1, ...day }] : []));
      await act(
        'setQuietHours',
        { zone, hours: days, site: siteOf(index), keepsHolidays: true },
        'settings { __typename }',
      );
      if (until) await act('setAbsence', { from: dateOf(told - DAY), until, zone }, 'person { id }');
      const own = await office.zoe.comment(toGlobalId('Page', `page-${index}`), 'When does it leave?');
      // Each comment is a second later.
      setClock(told - 1_000);
      office.sink.mails.length = 0;
      await office.intranet.ana.comment(own, 'At eight');

      if (open === 'now') assert.equal(await sentAt(told), 1);
      else {
        const end = open === null ? told + 400 * DAY : Date.parse(open);
        assert.equal(await sentAt(told), 0);
        assert.equal(await sentAt((told + end) / 2), 0);
        assert.equal(await sentAt(end - 1), 0);
        assert.equal(await sentAt(end), open === null ? 0 : 1);
      }
      if (until) await act('clearAbsence', {}, 'person { id }');
      await act('markNotificationsRead', {}, 'inbox { id }');
    });
});
