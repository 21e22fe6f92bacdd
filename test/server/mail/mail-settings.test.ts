import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../server/src/config.ts';

describe('the settings of mail', () => {
  it('name a sender and where links lead, and all of DKIM or nothing', () => {
    const smtp = { PARVIS_SMTP_URL: 'smtp://mail.example.org' };

    assert.throws(() => readConfig(smtp), /PARVIS_MAIL_FROM is "".*\nPARVIS_PUBLIC_URL is ""/);
    assert.throws(() => readConfig({ PARVIS_MAIL_LISTEN: 'lmtp://127.0.0.1:0' }), /PARVIS_MAIL_ANSWER_ADDRESS is ""/);
    assert.throws(
      () => readConfig({ PARVIS_DKIM_DOMAIN: 'example.org' }),
      /PARVIS_DKIM_SELECTOR.*\nPARVIS_DKIM_KEY_FILE/,
    );
  });

  it('encrypt where there is a password, and not to this machine', () => {
    const from = { PARVIS_MAIL_FROM: 'fil@example.org', PARVIS_PUBLIC_URL: 'https://example.org' };
    const tls = (url: string) => readConfig({ PARVIS_SMTP_URL: url, ...from }).smtpUrl!.tls;

    assert.equal(tls('smtp://mail.example.org'), 'offered');
    assert.equal(tls('smtp://a:b@mail.example.org'), 'required');
    assert.equal(tls('smtps://a:b@mail.example.org'), 'start');
    assert.equal(tls('smtp://localhost:25'), 'none');
    assert.throws(() => tls('smtp://mail.example.org?tls=maybe'), /takes required or none/);
  });
});
