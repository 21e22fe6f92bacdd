import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { UnreadableMail } from '../../../server/src/mail/incoming/incoming-mail.ts';
import { MailReader } from '../../../server/src/mail/incoming/mail-reader.ts';

const options = { authservId: null, dkimDomains: [], maxSize: 1_000_000, ownAddress: null };
const mailOf = (text: string) => ({
  source: Buffer.from(`From: a@x.example\r\nMessage-ID: <1@x.example>\r\n\r\n${text}`),
  envelope: { from: 'a@x.example', to: ['b@x.example'] },
});

describe('the thread that reads mails', () => {
  const reader = new MailReader(options);
  after(() => reader.close());

  it('reads several at once, each as it is', async () => {
    const mails = await Promise.all(['one', 'two', 'three'].map((text) => reader.read(mailOf(text))));

    assert.deepEqual(
      mails.map(({ written, kind, sentTo }) => [written, kind, sentTo]),
      ['one', 'two', 'three'].map((text) => [text, 'answer', ['b@x.example']]),
    );
  });

  it('says which mails cannot be read, and reads on', async () => {
    await assert.rejects(reader.read(mailOf('x'.repeat(1_000_001))), UnreadableMail);

    assert.equal((await reader.read(mailOf('one'))).written, 'one');
  });

  it('gives up a mail that takes too long, and holds up nobody meanwhile', async () => {
    const endless = new URL(
      `data:text/javascript,${encodeURIComponent(
        `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`,
      )}`,
    );
    const stuck = new MailReader(options, { timeout: 300 }, endless);
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);

    await assert.rejects(stuck.read(mailOf('x')), UnreadableMail);

    clearInterval(ticking);
    assert.ok(turns > 3, `${turns} turns`);
    await assert.rejects(stuck.read(mailOf('x')), UnreadableMail);
  });

  it('gives up a mail that takes too much memory', async () => {
    const hungry = new URL(
      `data:text/javascript,${encodeURIComponent(
        `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); });`,
      )}`,
    );
    const fed = new MailReader(options, { memory: 32 }, hungry);

    await assert.rejects(fed.read(mailOf('x')), UnreadableMail);
  });
});
