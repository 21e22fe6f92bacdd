import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { readConfig } from '../../../server/src/config.ts';
import { createMailSender, type MailSender } from '../../../server/src/mail/outgoing/mail-sender.ts';
import { type OutgoingMail, WrongMail } from '../../../server/src/mail/outgoing/outgoing-mail.ts';
import type { SendFailure } from '../../../server/src/mail/outgoing/send-failure.ts';
import { MailSink, type Refusal } from '../../support/mail/mail-sink.ts';

const mail: OutgoingMail = {
  to: { name: 'Zoé Ÿ', address: 'zoe@example.org' },
  subject: 'Paul Lefèvre vous a répondu',
  html: '<p>Oui, à 8 h</p>',
  text: 'Oui, à 8 h',
  messageId: 'n1.42@social.example.org',
  fromName: 'Paul Lefèvre (Le Fil)',
  inReplyTo: 'n1.41@social.example.org',
  references: ['n1.40@social.example.org', 'n1.41@social.example.org'],
  listId: 'comments.social.example.org',
  unsubscribeUrl: 'https://social.example.org/mail/unsubscribe?t=abc',
  replyTo: { name: 'Le Fil', address: 'fil+token@social.example.org' },
  returnPath: 'fil+bounce@social.example.org',
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

describe('sending mails', () => {
  let folder: string;
  let sink: MailSink;
  let sender: MailSender;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-mail-'));
    await writeFile(join(folder, 'key.pem'), privateKey);
  });
  after(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    sink = await MailSink.start();
    sender = senderFor(sink.port);
  });
  afterEach(async () => {
    await sender.close(0);
    await sink.stop();
  });

  function senderFor(port: number, rest: NodeJS.ProcessEnv = {}): MailSender {
    const config = readConfig({
      PARVIS_SMTP_URL: `smtp://127.0.0.1:${port}`,
      PARVIS_MAIL_FROM: 'Le Fil <fil@social.example.org>',
      PARVIS_PUBLIC_URL: 'https://social.example.org',
      PARVIS_DKIM_DOMAIN: 'social.example.org',
      PARVIS_DKIM_SELECTOR: 'parvis',
      PARVIS_DKIM_KEY_FILE: join(folder, 'key.pem'),
      ...rest,
    });
    return createMailSender(config)!;
  }

  async function failure(sending: Promise<void>): Promise<SendFailure> {
    return sending.then(
      () => assert.fail('The mail was sent.'),
      (error: SendFailure) => error,
    );
  }

  it('does not happen without a mail server', () => {
    assert.equal(createMailSender(readConfig({})), null);
  });

  it('hands over everything that the mail says', async () => {
    await sender.send(mail);

    const [{ from, to, source }] = sink.mails as [MailSink['mails'][number]];
    const { headers, subject, html, text } = await simpleParser(source);
    const raw = source.toString().replace(/\r\n[ \t]+/g, ' ');
    assert.deepEqual([from, to], ['fil+bounce@social.example.org', ['zoe@example.org']]);
    assert.equal(subject, mail.subject);
    assert.equal((headers.get('from') as { text: string }).text, '"Paul Lefèvre (Le Fil)" <fil@social.example.org>');
    assert.equal((headers.get('to') as { text: string }).text, '"Zoé Ÿ" <zoe@example.org>');
    assert.match(raw, /^Message-ID: <n1\.42@social\.example\.org>$/m);
    assert.match(raw, /^In-Reply-To: <n1\.41@social\.example\.org>$/m);
    assert.match(raw, /^References: <n1\.40@social\.example\.org> <n1\.41@social\.example\.org>$/m);
    assert.match(raw, /^Reply-To: "?Le Fil"? <fil\+token@social\.example\.org>$/m);
    assert.match(raw, /^List-I[dD]: <comments\.social\.example\.org>$/m);
    assert.match(raw, /^List-Unsubscribe: <https:\/\/social\.example\.org\/mail\/unsubscribe\?t=abc>$/m);
    assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    assert.match(raw, /^Auto-Submitted: auto-generated$/m);
    assert.match(raw, /^X-Auto-Response-Suppress: All$/m);
    assert.match(raw, /^Date: /m);
    assert.doesNotMatch(raw, /^X-Mailer|^User-Agent/im);
    assert.equal(text!.trim(), mail.text);
    assert.equal((html as string).trim(), mail.html);
  });

  it('signs the mail, with both headers of unsubscribing', async () => {
    await sender.send(mail);

    const resolver = (name: string) =>
      name === 'parvis._domainkey.social.example.org'
        ? Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]])
        : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
    const { results } = await dkimVerify(sink.mails[0]!.source, { resolver });
    assert.deepEqual(
      results.map(({ status, signingDomain }) => [status.result, signingDomain]),
      [['pass', 'social.example.org']],
    );
    const signed = results[0]!.signingHeaders!.keys.toLowerCase();
    for (const name of ['from', 'list-unsubscribe', 'list-unsubscribe-post', 'auto-submitted']) {
      assert.ok(signed.split(/\s*[:,]\s*/).includes(name), `${name} in ${signed}`);
    }
  });

  it('says without key only what is asked of it', async () => {
    const plain = senderFor(sink.port, { PARVIS_DKIM_DOMAIN: '', PARVIS_DKIM_SELECTOR: '', PARVIS_DKIM_KEY_FILE: '' });
    const { to, subject, html, text, messageId } = mail;

    await plain.send({ to, subject, html, text, messageId });

    const raw = sink.mails[0]!.source.toString();
    assert.doesNotMatch(raw, /^(?:DKIM-Signature|List-|In-Reply-To|References|Reply-To)/m);
    assert.equal(sink.mails[0]!.from, 'fil@social.example.org');
    await plain.close(0);
  });

  const injection = 'x\r\nBcc: spy@evil.example\r\n\r\nbody';
  const inWords: [string, Partial<OutgoingMail>][] = [
    ['the subject', { subject: injection }],
    ['the name of the sender', { fromName: injection }],
    ['the name of the recipient', { to: { name: `${injection}\u2028Bcc: x@y.example`, address: 'zoe@example.org' } }],
    ['the name for answers', { replyTo: { name: injection, address: 'a@b.example' } }],
  ];
  for (const [where, part] of inWords)
    it(`keeps line breaks out of ${where}`, async () => {
      await sender.send({ ...mail, ...part });

      const { headers } = await simpleParser(sink.mails[0]!.source);
      assert.equal(headers.get('bcc'), undefined);
      assert.deepEqual(sink.mails[0]!.to, ['zoe@example.org']);
    });

  const inExact: [string, Partial<OutgoingMail>][] = [
    ['an address', { to: { name: '', address: 'zoe@example.org\r\nRCPT TO:<spy@evil.example>' } }],
    ['a list of addresses', { to: { name: '', address: 'zoe@example.org,spy@evil.example' } }],
    ['an address for answers', { replyTo: { name: '', address: 'a@b.example>, <c@d.example' } }],
    ['a return path', { returnPath: 'a@b.example>\r\nDATA' }],
    ['an id', { messageId: `1@x.example>\r\nBcc: <spy@evil.example` }],
    ['an earlier id', { inReplyTo: '1@x.example> <2@x.example' }],
    ['a reference', { references: ['1@x.example', injection] }],
    ['a list id', { listId: `a.b>\r\nBcc: spy@evil.example` }],
    ['an address of unsubscribing', { unsubscribeUrl: 'https://x.example/>, <mailto:spy@evil.example' }],
    ['an address of unsubscribing without TLS', { unsubscribeUrl: 'http://x.example/' }],
  ];
  for (const [what, part] of inExact)
    it(`refuses ${what} that is not one`, async () => {
      await assert.rejects(sender.send({ ...mail, ...part }), WrongMail);
      assert.equal(sink.mails.length, 0);
    });

  const refusals: [SendFailure['kind'], Refusal['at'], number, string][] = [
    ['recipient', 'RCPT', 550, '5.1.1 No such user'],
    ['recipient', 'RCPT', 550, 'User unknown'],
    ['recipient', 'RCPT', 550, '5.2.1 Mailbox disabled'],
    ['recipient', 'DATA', 550, '5.1.10 Recipient not found'],
    ['message', 'RCPT', 554, '5.7.1 Rejected by policy'],
    ['message', 'RCPT', 554, 'Rejected'],
    ['message', 'DATA', 554, '5.7.1 Looks like spam'],
    ['message', 'DATA', 550, 'Content not accepted'],
    ['message', 'DATA', 552, '5.3.4 Too large'],
    ['later', 'RCPT', 450, '4.2.0 Greylisted'],
    ['later', 'RCPT', 552, '5.2.2 Mailbox full'],
    ['later', 'DATA', 451, '4.3.0 Disk full'],
    ['later', 'MAIL', 421, '4.3.2 Shutting down'],
    ['later', 'MAIL', 550, '5.1.8 Sender unknown'],
  ];
  for (const [kind, at, code, text] of refusals)
    it(`calls “${code} ${text}” at ${at} a matter of: ${kind}`, async () => {
      sink.refusal = { at, code, text };

      const error = await failure(sender.send(mail));

      assert.deepEqual([error.name, error.kind, error.code, error.perhapsSent], ['SendFailure', kind, code, false]);
      sink.refusal = null;
      await sender.send(mail);
    });

  it('tries later where no server answers, or it takes no password', async () => {
    const locked = await MailSink.start({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(new Error('No')),
    });
    const sender = senderFor(locked.port, { PARVIS_SMTP_URL: `smtp://a:b@127.0.0.1:${locked.port}?tls=none` });

    const wrongPassword = await failure(sender.send(mail));
    await locked.stop();
    const noServer = await failure(sender.send(mail));

    assert.deepEqual([wrongPassword.kind, wrongPassword.code], ['later', 535]);
    assert.deepEqual([noServer.kind, noServer.code, noServer.perhapsSent], ['later', null, false]);
    await sender.close(0);
  });

  it('sends no password in the clear', async () => {
    const sender = senderFor(sink.port, { PARVIS_SMTP_URL: `smtp://a:b@127.0.0.1:${sink.port}?tls=required` });

    const error = await failure(sender.send(mail));

    assert.equal(error.kind, 'later');
    assert.equal(sink.mails.length, 0);
    await sender.close(0);
  });

  it('knows that a mail is perhaps sent when the connection ends before the answer', async () => {
    sink.beforeAnswer = async () => sink.cut();

    const error = await failure(sender.send(mail));

    assert.deepEqual([error.kind, error.perhapsSent], ['later', true]);
    assert.equal(sink.mails.length, 1);
  });

  it('knows that it is not when the connection ends earlier', async () => {
    const cutting = await MailSink.start({ onRcptTo: () => cutting.cut() });
    const sender = senderFor(cutting.port);

    const error = await failure(sender.send(mail));

    assert.deepEqual([error.kind, error.perhapsSent], ['later', false]);
    await sender.close(0);
    await cutting.stop();
  });

  it('goes on after a connection that was lost between two mails', async () => {
    await sender.send(mail);
    sink.cut();

    await sender.send(mail);

    assert.equal(sink.mails.length, 2);
  });

  it('ends what is under way before it closes, for as long as it may', async () => {
    const answer = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    sink.beforeAnswer = () => {
      arrived.resolve(undefined);
      return answer.promise;
    };
    const sending = sender.send(mail);
    await arrived.promise;

    const closing = sender.close(5_000);
    answer.resolve(undefined);

    await Promise.all([sending, closing]);
  });

  it('gives up what takes longer', async () => {
    const arrived = Promise.withResolvers<undefined>();
    sink.beforeAnswer = () => {
      arrived.resolve(undefined);
      return new Promise(() => {});
    };
    const sending = failure(sender.send(mail));
    await arrived.promise;

    await sender.close(50);

    assert.equal((await sending).perhapsSent, true);
  });
});
