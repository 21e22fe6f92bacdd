import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import { readConfig } from '../../../server/src/config.ts';
import { ImapSource } from '../../../server/src/mail/incoming/imap-source.ts';
import { ListenerSource } from '../../../server/src/mail/incoming/listener-source.ts';
import { MailRefused, type MailSource } from '../../../server/src/mail/incoming/mail-source.ts';
import { readMail } from '../../../server/src/mail/incoming/read-mail.ts';
import { parseImapUrl, parseMailListener } from '../../../server/src/mail/mail-server.ts';
import { createMailSender, type MailSender } from '../../../server/src/mail/outgoing/mail-sender.ts';
import { MailBox } from '../../support/mail/mail-box.ts';
import { until } from '../../support/server/until.ts';
import {
  type Dovecot,
  mailServersMissing,
  type Postfix,
  startDovecot,
  startPostfix,
} from '../../support/services/mail-servers.ts';

const log = pino({ level: 'silent' });
const maxSize = 100_000;
const readOptions = { authservId: null, dkimDomains: [], maxSize, ownAddress: null };

describe('with Postfix and Dovecot', { skip: mailServersMissing() }, () => {
  let dovecot: Dovecot;
  let postfix: Postfix;
  let sender: MailSender;
  let listenerBox: MailBox;
  let listener: ListenerSource;
  let box: MailBox;
  let sources: MailSource[];
  let names = 0;

  before(async () => {
    listenerBox = new MailBox();
    listener = new ListenerSource(parseMailListener('lmtp://127.0.0.1:0'), { handler: listenerBox, maxSize, log });
    await listener.start();
    dovecot = await startDovecot();
    postfix = await startPostfix({
      'corp.example': dovecot.lmtpPort,
      'x.example': listener.port,
      'y.example': listener.port,
    });
    sender = createMailSender(
      readConfig({
        PARVIS_SMTP_URL: postfix.service.url,
        PARVIS_MAIL_FROM: 'Le Fil <fil@corp.example>',
        PARVIS_PUBLIC_URL: 'https://social.corp.example',
      }),
    )!;
  });
  after(async () => {
    await sender.close(0);
    await postfix.service.stop();
    await dovecot.service.stop();
    await listener.stop(0);
  });

  beforeEach(() => {
    box = new MailBox();
    sources = [];
    listenerBox.mails.length = 0;
    listenerBox.failure = null;
  });
  afterEach(async () => {
    await Promise.all(sources.map((source) => source.stop(0)));
  });

  async function send(address: string, rest: { messageId?: string; text?: string; returnPath?: string } = {}) {
    names++;
    const text = rest.text ?? 'Oui, à 8 h';
    const messageId = rest.messageId ?? `n${names}@corp.example`;
    await sender.send({
      to: { name: 'Zoé', address },
      subject: 'Réponse',
      html: `<p>${text}</p>`,
      text,
      ...rest,
      messageId,
    });
    return messageId;
  }

  function watch(name: string, options = ''): ImapSource {
    const server = parseImapUrl(`imap://${name}:secret@127.0.0.1:${dovecot.imapPort}/INBOX${options}`);
    const source = new ImapSource({ server, pollInterval: 60_000, retryDelay: 50 }, { handler: box, maxSize, log });
    sources.push(source);
    return source;
  }

  /** A second look at the mailbox, as a person has it. */
  async function flagsIn(name: string, mailbox = 'INBOX'): Promise<string[][]> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.imapPort,
      secure: false,
      auth: { user: name, pass: 'secret' },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen(mailbox);
    const mails = client.mailbox && client.mailbox.exists > 0 ? await client.fetchAll('1:*', { flags: true }) : [];
    await client.logout();
    return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent').toSorted());
  }

  it('a mail goes out, and is fetched and read', async () => {
    const messageId = await send('zoe+t0k3n@corp.example');
    await watch('zoe').start();
    await until(() => box.mails.length === 1);

    const mail = await readMail(box.mails[0]!, readOptions);
    assert.equal(box.mails[0]!.messageId, messageId);
    assert.deepEqual([mail.kind, mail.reason, mail.subject], ['automatic', 'auto-submitted', 'Réponse']);
    assert.deepEqual(mail.written, 'Oui, à 8 h');
    assert.deepEqual(mail.sentTo, ['zoe+t0k3n@corp.example']);
    await until(async () => JSON.stringify(await flagsIn('zoe')) === '[["\\\\Seen"]]');
  });

  it('a mail is fetched as soon as it comes', async () => {
    await watch('idle').start();
    await send('idle@corp.example');
    await until(() => box.mails.length === 1);
    await send('idle@corp.example');

    await until(() => box.mails.length === 2);
  });

  it('a mail stays in the mailbox until it is stored, and does not keep others waiting', async () => {
    await send('later@corp.example', { messageId: 'bad@corp.example' });
    await send('later@corp.example', { messageId: 'good@corp.example' });
    const take = box.take.bind(box);
    let isAway = true;
    box.take = (mail) => (isAway && mail.messageId.startsWith('bad') ? Promise.reject(new Error('away')) : take(mail));
    const source = watch('later');
    await source.start();
    await until(() => box.mails.length === 1);

    await until(async () => JSON.stringify(await flagsIn('later')) === '[[],["\\\\Seen"]]');
    isAway = false;
    await send('later@corp.example');
    await until(() => box.mails.length === 3);

    assert.ok(box.mails.some(({ messageId }) => messageId === 'bad@corp.example'));
  });

  it('a mail that is taken is moved where the setting says so', async () => {
    await send('moved@corp.example');
    await watch('moved', '?moveTo=Taken').start();
    await until(() => box.mails.length === 1);

    await until(async () => (await flagsIn('moved', 'Taken')).length === 1);
    assert.deepEqual(await flagsIn('moved'), []);
  });

  it('a mail that is never taken, or too large, is flagged', async () => {
    box.failure = new MailRefused('No.');
    await send('refused@corp.example');
    await send('refused@corp.example', { text: 'x'.repeat(maxSize) });
    await watch('refused').start();

    await until(async () => (await flagsIn('refused')).every((flags) => flags.includes('\\Flagged')));
    assert.equal(box.calls, 1);
  });

  it('two nodes that watch a mailbox store each mail at least once', async () => {
    for (let count = 0; count < 5; count++) await send('both@corp.example');
    await Promise.all([watch('both').start(), watch('both').start()]);
    for (let count = 0; count < 5; count++) await send('both@corp.example');

    await until(() => new Set(box.mails.map(({ messageId }) => messageId)).size === 10);
    await until(async () => (await flagsIn('both')).every((flags) => flags.includes('\\Seen')));
  });

  it('a mailbox that goes away is watched again when it is back', async () => {
    await watch('back').start();
    await send('back@corp.example');
    await until(() => box.mails.length === 1);

    await dovecot.service.restart();
    await send('back@corp.example');

    await until(() => box.mails.length === 2);
  });

  it('a watch ends at once when it is stopped, also in the middle of a mail', async () => {
    box.hold();
    await send('stop@corp.example');
    const source = watch('stop');
    const called = box.isCalled();
    await source.start();
    await called;
    const start = performance.now();

    await source.stop(100);

    assert.ok(performance.now() - start < 5_000);
    assert.deepEqual(await flagsIn('stop'), [[]]);
  });

  it('Postfix hands mails over to us, with the address that they were sent to', async () => {
    await send('fil+t0k3n@x.example', { returnPath: 'bounce@x.example' });

    await until(() => listenerBox.mails.length === 1);
    assert.deepEqual(listenerBox.mails[0]!.envelope, { from: 'bounce@x.example', to: ['fil+t0k3n@x.example'] });
  });

  it('Postfix keeps a mail that we cannot store, and hands it over again', async () => {
    listenerBox.failure = new Error('away');
    const calls = listenerBox.calls;
    const messageId = await send('fil@x.example');
    await until(() => listenerBox.calls > calls);

    listenerBox.failure = null;

    // By itself it waits for hours now and then: where a run of its queue came upon the mail in the middle of the refusal.
    const again = until(async () => {
      await postfix.flush();
      await delay(500);
      return listenerBox.mails.some((mail) => mail.messageId === messageId);
    }, 120_000);
    await again.catch((error: unknown) => {
      throw new Error(`Postfix says:\n${postfix.service.log.slice(-6_000)}`, { cause: error });
    });
  });

  it('Postfix tells us when an address does not exist, in a mail that we recognise', async () => {
    const messageId = await send('nobody@y.example', { returnPath: 'bounce@x.example' });
    await until(() => listenerBox.mails.length === 1);

    const { kind, bounce } = await readMail(listenerBox.mails[0]!, readOptions);
    assert.equal(kind, 'bounce');
    assert.deepEqual(bounce, {
      isHard: true,
      blame: 'recipient',
      recipient: 'nobody@y.example',
      status: '5.1.1',
      messageId,
    });
  });
});
