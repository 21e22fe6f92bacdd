import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { MailOffice } from '../../support/mail/mail-office.ts';
import { type Answer, type Employee } from '../../support/server/intranet.ts';

const day = 24 * 60 * 60 * 1000;

describe('stops of mails', () => {
  let office: MailOffice;
  let asked: GlobalId;
  let names = 0;

  before(async () => {
    office = await MailOffice.open();
  });
  after(() => office.close());
  beforeEach(async () => {
    await office.begin();
    asked = await office.intranet.ana.comment(toGlobalId('Page', `menu-${++names}`), 'Which shuttle?');
  });

  it('begin where a program of the company says that an address is gone, and end after 30 days', async () => {
    const { server, adam, ana } = office.intranet;
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', asked), proved: false });
    const [mail] = await office.sent();
    const bounce = (recipient: string) => bounceOf(mail!.messageId!, recipient);

    await office.handOver(bounce('ana@example.org'), { to: 'fil@social.example.org', from: '' });
    assert.deepEqual(await stops(adam), []);
    await office.handOver(bounce('zoe.martin@example.org'), { to: 'fil@social.example.org', from: '' });

    assert.deepEqual(await stops(adam), [
      { person: { handle: 'zoe' }, address: 'zoe.martin@example.org', status: '5.1.1' },
    ]);
    assert.equal(await stops(ana), null);
    const entries = await server.app.database.db.selectFrom('audit_entry').select('action').execute();
    assert.ok(entries.some(({ action }) => action === 'stopMails'));

    office.sink.mails.length = 0;
    await office.answer('gmail-web-en', { to: await office.addressOf('zoe', asked), proved: false });
    assert.deepEqual(await office.sent(), [], 'nothing more goes there');
    server.clock.advance(31 * day);
    assert.deepEqual(await stops(adam), [], 'until it is tried again');
  });

  it('are seen by the owner of the address, and lifted by administrators', async () => {
    const { server, adam, ana } = office.intranet;
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', asked), proved: false });
    const [mail] = await office.sent();
    const bounce = bounceOf(mail!.messageId!, 'zoe.martin@example.org');
    await office.handOver(bounce, { to: 'fil@social.example.org', from: '' });
    await office.settled();
    const stop = { address: 'zoe.martin@example.org', status: '5.1.1' };
    assert.deepEqual(await ownStop(office.zoe), stop);
    assert.equal(await ownStop(ana), null);

    const lift = (who: Employee) =>
      who.client.mutate('liftMailStop', { address: 'Zoe.Martin@example.org' }, 'stop { address }');
    await assert.rejects(lift(office.zoe), /FORBIDDEN|administrators/);
    assert.deepEqual(await ownStop(office.zoe), stop);
    assert.deepEqual((await lift(adam)).stop, { address: stop.address });
    assert.equal((await lift(adam)).stop, null, 'nothing is stopped any more');

    assert.equal(await ownStop(office.zoe), null);
    assert.deepEqual(await stops(adam), []);
    const entries = await server.app.database.db.selectFrom('audit_entry').select('action').execute();
    assert.equal(entries.filter(({ action }) => action === 'liftMailStop').length, 1);
    office.sink.mails.length = 0;
    await office.answer('gmail-web-en', { to: await office.addressOf('zoe', asked), proved: false });
    assert.equal((await office.sent()).length, 1, 'mails go there again');
  });

  async function ownStop(who: Employee): Promise<Answer> {
    const { viewer } = await who.client.query('{ viewer { notificationSettings { mailStop { address status } } } }');
    return viewer.notificationSettings.mailStop;
  }

  async function stops(who: Employee): Promise<Answer> {
    await office.settled();
    return (await who.client.query('{ mailStops { person { handle } address status } }')).mailStops;
  }
});

function bounceOf(messageId: string, recipient: string): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.org>',
    'To: fil@social.example.org',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${recipient}.${messageId.slice(1, 20)}@mx.example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
    '',
  ].join('\r\n');
}
