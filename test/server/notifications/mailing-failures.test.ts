import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { MailOffice } from '../../support/mail/mail-office.ts';
import { until } from '../../support/server/until.ts';
import { hour, MailWeek, minute, subjects } from './mail-week.ts';

describe('notifications by mail, where the mail server does not take them', () => {
  let week: MailWeek;
  let office: MailOffice;

  before(async () => {
    week = await MailWeek.open();
    office = week.office;
  });
  after(() => office.close());
  beforeEach(() => week.begin());

  it('stay quiet, too, where the mail server takes them later than they are sent', async () => {
    week.setClock('18:30:00');
    await week.replied();
    office.sink.refusal = { at: 'RCPT', code: 451, text: '4.3.0 Try again later' };
    await week.wait(25 * minute);
    office.sink.refusal = null;
    for (let hours = 0; hours < 12; hours++) assert.deepEqual(await week.wait(hour), [], `${hours} hours later`);

    assert.deepEqual(subjects(await week.wait(65 * minute)), ['Ana Lima replied to your comment']);
  });

  it('are sent again with the same id where nobody knows whether the mail server has them, and counted', async () => {
    await week.replied();
    office.sink.beforeAnswer = async () => {
      office.sink.beforeAnswer = async () => {};
      office.sink.cut();
    };
    await office.settled();
    office.intranet.server.clock.advance(20 * minute);
    await until(() => office.sink.mails.length === 1);
    const { db } = office.intranet.server.app.database;
    const failed = db.selectFrom('job').select('id').where('kind', '=', 'sendMail').where('failure', 'is not', null);
    await until(async () => (await failed.execute()).length === 1);

    const mails = await week.wait(minute);
    assert.equal(mails.length, 2);
    assert.equal(mails[0]!.messageId, mails[1]!.messageId);
    const metrics = await (await office.intranet.server.fetch('/metrics')).text();
    assert.match(metrics, /parvis_mails_sent_total\{kind="notices",outcome="perhaps_twice"\} 1/);
  });

  it('are sent later where the mail server takes none for now, once', async () => {
    await week.replied();
    office.sink.refusal = { at: 'MAIL', code: 451, text: '4.3.0 Later' };
    await office.settled();
    office.intranet.server.clock.advance(20 * minute);
    const { db } = office.intranet.server.app.database;
    const failed = db.selectFrom('job').select('id').where('kind', '=', 'sendMail').where('failure', 'is not', null);
    await until(async () => (await failed.execute()).length === 1);
    office.sink.refusal = null;

    assert.equal((await week.wait(minute)).length, 1);
  });
});
