import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { MailOffice } from '../../support/mail/mail-office.ts';

describe('without a mail server', () => {
  it('nothing queues up', async () => {
    const office = await MailOffice.open({ PARVIS_SMTP_URL: '' });
    const own = await office.zoe.comment(toGlobalId('Page', 'menu'), 'Mine');
    await office.intranet.ana.comment(own, 'Yours');
    await office.settled();

    const { db } = office.intranet.server.app.database;
    const kinds = await db
      .selectFrom('job')
      .select('kind')
      .where('kind', 'in', ['mailNotices', 'sendDigest'])
      .execute();
    await office.close();
    assert.deepEqual(kinds, []);
  });
});
