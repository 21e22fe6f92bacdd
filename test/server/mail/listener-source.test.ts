import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import nodemailer from 'nodemailer';
import { pino } from 'pino';
import { readConfig } from '../../../server/src/config.ts';
import { createMailSources } from '../../../server/src/mail/incoming/create-sources.ts';
import { ListenerSource } from '../../../server/src/mail/incoming/listener-source.ts';
import { MailRefused } from '../../../server/src/mail/incoming/mail-source.ts';
import { parseMailListener } from '../../../server/src/mail/mail-server.ts';
import { MailBox } from '../../support/mail/mail-box.ts';

const plain = {
  from: 'zoe@example.org',
  to: 'fil+a@x.example',
  subject: 'Re',
  text: 'Oui',
  messageId: '<1@example.org>',
};

describe('sources of mails', () => {
  it('are those that the settings name', () => {
    const sources = (settings: NodeJS.ProcessEnv) =>
      createMailSources(
        readConfig({ ...settings, PARVIS_MAIL_ANSWER_ADDRESS: 'fil@x.example' }),
        new MailBox(),
        pino({ level: 'silent' }),
      ).map(({ constructor }) => constructor.name);

    assert.deepEqual(sources({}), []);
    assert.deepEqual(
      sources({ PARVIS_MAIL_LISTEN: 'lmtp://127.0.0.1:2424', PARVIS_IMAP_URL: 'imaps://a:b@mail.example.org' }),
      ['ListenerSource', 'ImapSource'],
    );
  });
});

for (const protocol of ['lmtp', 'smtp'] as const)
  describe(`mails that a server hands over by ${protocol.toUpperCase()}`, () => {
    let box: MailBox;
    let source: ListenerSource;

    beforeEach(async () => {
      box = new MailBox();
      source = new ListenerSource(parseMailListener(`${protocol}://127.0.0.1:0`), {
        handler: box,
        maxSize: 20_000,
        log: pino({ level: 'silent' }),
      });
      await source.start();
    });
    afterEach(() => source.stop(0));

    /** @returns the code with which the mail was refused; null if it was taken. */
    async function handOver(mail: Partial<typeof plain> = {}): Promise<number | null> {
      const { port } = source;
      const transport = nodemailer.createTransport({
        host: '127.0.0.1',
        port,
        lmtp: protocol === 'lmtp',
        ignoreTLS: true,
      });
      try {
        const { rejectedErrors } = await transport.sendMail({ ...plain, ...mail });
        return rejectedErrors?.[0]?.responseCode ?? null;
      } catch (error) {
        return (error as { responseCode?: number }).responseCode ?? 0;
      } finally {
        transport.close();
      }
    }

    it('are stored before the server is told so', async () => {
      const stored = box.hold();
      let isAnswered = false;
      const sending = handOver().then(() => (isAnswered = true));
      await box.isCalled();

      assert.equal(isAnswered, false);
      stored();
      await sending;

      const [mail] = box.mails;
      assert.deepEqual(mail!.envelope, { from: 'zoe@example.org', to: ['fil+a@x.example'] });
      assert.equal(mail!.messageId, '1@example.org');
      assert.match(mail!.source.toString(), /\r\nSubject: Re\r\n[\s\S]*\r\n\r\nOui\r\n$/);
    });

    it('stay with the server when they cannot be stored for now', async () => {
      box.failure = new Error('The database is away.');
      assert.equal(await handOver(), 451);

      box.failure = null;
      assert.equal(await handOver(), null);
      assert.equal(box.mails.length, 1);
    });

    it('go back when they are never taken', async () => {
      box.failure = new MailRefused('This discussion is closed.');

      assert.equal(await handOver(), 554);
    });

    it('go back when the address is not ours, and wait when that cannot be read', async () => {
      assert.equal(await handOver({ to: 'nobody@y.example' }), 550);
      assert.equal(await handOver({ to: 'trouble@x.example' }), 451);
      assert.equal(box.mails.length, 0);
    });

    it('go back when they are too large', async () => {
      assert.equal(await handOver({ text: 'x'.repeat(30_000) }), 552);
      assert.equal(await converse(source.port, protocol, 'x'.repeat(70) + '\r\n', 500), 552);
      assert.equal(box.mails.length, 0);
    });

    it('are stored before a stop, which takes no longer than it may', async () => {
      const stored = box.hold();
      const sending = handOver();
      await box.isCalled();

      const stopping = source.stop(5_000);
      stored();

      await stopping;
      assert.equal(await sending, null);
      assert.equal(box.mails.length, 1);
    });

    it('do not keep a stop waiting when nothing stores them, or a server stays connected', async () => {
      box.hold();
      const idle = connect(source.port, '127.0.0.1');
      await once(idle, 'data');
      const sending = handOver();
      await box.isCalled();
      const start = performance.now();

      await source.stop(100);

      assert.ok(performance.now() - start < 5_000);
      assert.notEqual(await sending, null);
      idle.destroy();
    });
  });

/** Hands over a mail without saying how large it is. @returns the code of the last answer. */
async function converse(port: number, protocol: string, line: string, lines: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  const answer = async () => String((await once(socket, 'data'))[0]);
  await answer();
  for (const command of [
    `${protocol === 'lmtp' ? 'LHLO' : 'EHLO'} x`,
    'MAIL FROM:<a@b.example>',
    'RCPT TO:<fil@x.example>',
    'DATA',
  ]) {
    socket.write(`${command}\r\n`);
    await answer();
  }
  socket.write(`${line.repeat(lines)}.\r\n`);
  const last = await answer();
  socket.destroy();
  return Number(last.slice(0, 3));
}
