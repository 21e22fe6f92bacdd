import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readMail } from '../../../server/src/mail/incoming/read-mail.ts';

const folder = fileURLToPath(new URL('corpus/others/', import.meta.url));
const files = readdirSync(folder);
const options = { authservId: null, dkimDomains: [], maxSize: 1_000_000, ownAddress: 'fil@social.example.org' };

function read(source: Buffer | string, to: string[] = [], from: string | null = null) {
  return readMail({ source: Buffer.from(source), envelope: { from, to } }, options);
}

describe('mails that are no answers', () => {
  for (const file of files) {
    const [kind, severity] = file.split('-') as [string, string];

    it(`are recognised: ${file}`, async () => {
      const mail = await read(readFileSync(folder + file));

      assert.equal(mail.kind, kind, mail.reason);
      assert.notEqual(mail.reason, '');
      assert.equal(mail.proof, null);
      if (kind === 'bounce') {
        const { isHard, recipient, messageId } = mail.bounce!;
        assert.deepEqual(
          [isHard, recipient, messageId],
          [severity === 'hard', 'zoe.martin@example.org', 'n1.42@social.example.org'],
        );
      } else assert.equal(mail.bounce, null);
    });
  }

  it('are many kinds', () => {
    assert.ok(files.length >= 25);
  });

  it('include one that the mail server hands over without a sender', async () => {
    const mail = await read('From: a@b.example\r\n\r\nHello', [], '');

    assert.deepEqual([mail.kind, mail.reason], ['automatic', 'empty return path']);
  });
});

describe('reading a mail', () => {
  const plain = 'From: Zoe <Zoe@Example.ORG>\r\nTo: Le Fil <fil@x.example>\r\nCc: b@x.example\r\n';

  it('says who wrote it, to whom and to which mail', async () => {
    const mail = await read(
      `Delivered-To: fil+abc@x.example\r\n${plain}Subject: Re:\r\n =?utf-8?q?d=C3=A9j=C3=A0?=\r\nMessage-ID: <1@e.example>\r\nIn-Reply-To: <0@x.example>\r\nReferences: <a@x.example>\r\n <0@x.example>\r\n\r\nOui`,
      ['FIL+abc@X.example'],
      'zoe@example.org',
    );

    assert.deepEqual([mail.kind, mail.from, mail.fromName, mail.proof], ['answer', 'Zoe@example.org', 'Zoe', null]);
    assert.deepEqual(mail.sentTo, ['FIL+abc@x.example', 'fil@x.example', 'b@x.example']);
    assert.deepEqual([mail.subject, mail.written], ['Re: déjà', 'Oui']);
    assert.deepEqual(
      [mail.messageId, mail.inReplyTo, mail.references],
      ['1@e.example', '0@x.example', ['a@x.example', '0@x.example']],
    );
  });

  it('gives a mail without id the same one each time it comes', async () => {
    const [one, again, other] = await Promise.all([
      read(`Received: by a\r\n${plain}\r\nOui`),
      read(`Received: by b\r\n${plain}\r\nOui`),
      read(`${plain}\r\nNon`),
    ]);

    assert.equal(one.messageId, again.messageId);
    assert.notEqual(one.messageId, other.messageId);
  });

  it('names attachments, without paths and control characters', async () => {
    const mail = await read(
      `${plain}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nOui\r\n--b\r\nContent-Type: image/png; name="../../etc/\tx.png"\r\nContent-Disposition: attachment; filename="../../etc/\tx.png"\r\n\r\nabc\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner words\r\n--b--\r\n`,
    );

    assert.equal(mail.written, 'Oui');
    assert.equal(mail.attachments.length, 2);
    assert.ok(!/[/\\\t]/.test(mail.attachments[0]!.name), mail.attachments[0]!.name);
    assert.equal(mail.attachments[0]!.size, 3);
    assert.equal(mail.attachments[1]!.type, 'message/rfc822');
  });
});
