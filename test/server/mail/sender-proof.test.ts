import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { readMail } from '../../../server/src/mail/incoming/read-mail.ts';

const jane = 'From: Jane Doe <jane@corp.example>';
const rest =
  'To: Le Fil <fil@social.corp.example>\r\nSubject: Re: x\r\nMessage-ID: <1@corp.example>\r\nDate: Mon, 4 May 2026 14:40:00 +0200\r\n\r\nOui, bien sûr.\r\n';
const results = (said: string, server = 'mx.corp.example') => `Authentication-Results: ${server}; ${said}`;
const dmarc = results('dmarc=pass (p=reject) header.from=corp.example');

const keys = {
  rsa: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }),
};
const record = `v=DKIM1; k=rsa; p=${keys.rsa.publicKey.toString('base64')}`;
/** What the DNS says, and what it was asked. */
const dns = new Map<string, string>([
  ['s._domainkey.corp.example', record],
  ['t._domainkey.corp.example', `${record}; t=y`],
  ['s._domainkey.evil.example', record],
  ['s._domainkey.news.corp.example', record],
  ['s._domainkey.corp.example.evil.example', record],
]);
const asked: string[] = [];
const resolver = (name: string) => {
  asked.push(name);
  const found = dns.get(name);
  return found ? Promise.resolve([[found]]) : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
};

async function proofOf(source: string, authservId: string | null = 'mx.corp.example') {
  const mail = await readMail(
    { source: Buffer.from(source), envelope: { from: 'jane@corp.example', to: ['fil@social.corp.example'] } },
    { authservId, dkimDomains: ['corp.example'], maxSize: 1_000_000, ownAddress: null, resolver },
  );
  assert.equal(mail.kind, 'answer', mail.reason);
  return { proof: mail.proof, from: mail.from };
}

async function signed(
  source: string,
  {
    domain = 'corp.example',
    selector = 's',
    ...options
  }: { domain?: string; selector?: string; [option: string]: unknown } = {},
): Promise<string> {
  const key = { signingDomain: domain, selector, privateKey: keys.rsa.privateKey };
  const { signatures } = await dkimSign(source, { ...key, signatureData: [{ ...key, ...options }], ...options });
  return signatures + source;
}

const mail = (...head: string[]) => `${head.join('\r\n')}\r\n${rest}`;

describe('senders that are proved', () => {
  const honest: Record<string, string> = {
    'by DMARC': mail(dmarc, jane),
    'by DMARC of Microsoft 365': mail(
      results(
        'spf=pass (sender IP is 40.1.2.3)\r\n smtp.mailfrom=corp.example; dkim=pass (signature was verified)\r\n header.d=corp.example;dmarc=pass action=none\r\n header.from=corp.example;compauth=pass reason=100',
      ),
      jane,
    ),
    'by an aligned signature that the server checked': mail(results('dkim=pass header.d=corp.example'), jane),
    'by the identity of the signature': mail(results('dkim=pass header.i=@corp.example header.s=s'), jane),
    'by an aligned SPF': mail(results('spf=pass smtp.mailfrom=jane@corp.example'), jane),
    'by the domain above': mail(results('dkim=pass header.d=corp.example'), 'From: jane@eu.corp.example'),
    'with the version of the method, upper case and comments': mail(
      'authentication-results: MX.corp.example 1; DMARC/1 = (really) pass header.from=Corp.Example',
      jane,
    ),
    'with their own address as name': mail(dmarc, 'From: "jane@corp.example" <jane@corp.example>'),
    'below the fields of relays': mail('Received: from mx.corp.example', dmarc, 'Received: from x', jane),
  };
  for (const [how, source] of Object.entries(honest))
    it(how, async () => {
      assert.equal((await proofOf(source)).proof, 'header');
    });

  it('by a signature that is checked here', async () => {
    assert.equal((await proofOf(await signed(mail(jane)))).proof, 'dkim');
    assert.equal((await proofOf(await signed(mail(jane)), null)).proof, 'dkim');
    assert.equal((await proofOf(await signed(mail('From: jane@eu.corp.example')))).proof, 'dkim');
  });
});

describe('senders that are not proved', () => {
  const hostile: Record<string, string | Promise<string>> = {
    'nothing says anything': mail(jane),
    'DMARC failed': mail(results('dmarc=fail header.from=corp.example'), jane),
    'DMARC failed beside a signature of the same domain': mail(
      results('dkim=pass header.d=corp.example; dmarc=fail header.from=corp.example'),
      jane,
    ),
    'DMARC is about another domain': mail(results('dmarc=pass header.from=evil.example'), jane),
    'DMARC does not say about what': mail(results('dmarc=pass'), jane),
    'another server says so': mail(results('dmarc=pass header.from=corp.example', 'mx.evil.example'), jane),
    'a server says so whose name begins alike': mail(
      results('dmarc=pass header.from=corp.example', 'mx.corp.example.evil.example'),
      jane,
    ),
    'a second field says so': mail(results('dmarc=fail header.from=corp.example'), dmarc, jane),
    'a field below that of another server says so': mail(results('spf=none', 'relay.example'), dmarc, jane),
    'a field below an empty one says so': mail(results('none'), dmarc, jane),
    'the first field is broken': mail('Authentication-Results: mx.corp.example; dmarc=pass (', dmarc, jane),
    'the result is in a comment': mail(results('dmarc=fail (dmarc=pass header.from=corp.example)'), jane),
    'the server is in a comment': mail(
      'Authentication-Results: (mx.corp.example;) evil; dmarc=pass header.from=corp.example',
      jane,
    ),
    'the result is in a quotation': mail(
      results('spf=fail smtp.mailfrom="x; dmarc=pass header.from=corp.example"'),
      jane,
    ),
    'a quotation does not end': mail(results('spf=fail smtp.mailfrom="x; dmarc=pass header.from=corp.example'), jane),
    'the signature is of another domain': mail(results('dkim=pass header.d=evil.example'), jane),
    'the signature is of a domain below': mail(results('dkim=pass header.d=news.corp.example'), jane),
    'the signature is of a domain that ends alike': mail(results('dkim=pass header.d=evilcorp.example'), jane),
    'the signature is of a domain that begins alike': mail(
      results('dkim=pass header.d=corp.example.evil.example'),
      jane,
    ),
    'the signature is of the whole top-level domain': mail(results('dkim=pass header.d=example'), jane),
    'the identity has another at sign': mail(results('dkim=pass header.i=corp.example@evil.example'), jane),
    'SPF is about another domain': mail(results('spf=pass smtp.mailfrom=jane@evil.example'), jane),
    'SPF is about the greeting': mail(results('spf=pass smtp.helo=corp.example'), jane),
    'SPF is soft': mail(results('spf=softfail smtp.mailfrom=jane@corp.example'), jane),
    'only ARC says so': mail(
      `ARC-Authentication-Results: i=1; mx.corp.example; dmarc=pass header.from=corp.example`,
      jane,
    ),
    'a field of a like name says so': mail(
      `X-Authentication-Results: mx.corp.example; dmarc=pass header.from=corp.example`,
      jane,
    ),
    'there are two From fields': mail(dmarc, jane, 'From: evil@evil.example'),
    'there are two From fields, the other one first': mail(dmarc, 'From: evil@evil.example', jane),
    'a second From has a space before its colon': mail(dmarc, jane, 'From : evil@evil.example'),
    'a second From is in upper case': mail(dmarc, jane, 'FROM: evil@evil.example'),
    'From names two': mail(dmarc, 'From: jane@corp.example, evil@evil.example'),
    'From is a group': mail(dmarc, 'From: Jane: jane@corp.example;'),
    'From has two addresses in brackets': mail(dmarc, 'From: <jane@corp.example> <evil@evil.example>'),
    'the name is the address of another': mail(
      results('dmarc=pass header.from=evil.example'),
      'From: "jane@corp.example" <x@evil.example>',
    ),
    'the name is the encoded address of another': mail(
      results('dmarc=pass header.from=evil.example'),
      `From: =?utf-8?B?${Buffer.from('jane@corp.example').toString('base64')}?= <x@evil.example>`,
    ),
    'the address is encoded': mail(dmarc, 'From: =?utf-8?q?jane=40corp.example?='),
    'the address has a comment': mail(dmarc, 'From: jane@(evil.example)corp.example'),
    'the local part is quoted': mail(dmarc, 'From: "jane@corp.example"@evil.example'),
    'the address has a control character': mail(dmarc, 'From: jane@corp.example\0.evil.example'),
    'the address has an invisible character': mail(dmarc, 'From: jane@corp.example\u200b'),
    'the domain has a letter of another script': mail(dmarc, 'From: jane@c\u043erp.example'),
    'the header ends before the field': `X: y\r\n\r\n${dmarc}\r\n${jane}\r\n`,
    'a signature is of another domain': signed(mail(jane), { domain: 'evil.example' }),
    'a signature is of a domain below': signed(mail(jane), { domain: 'news.corp.example' }),
    'a signature is of a domain that begins alike': signed(mail(jane), { domain: 'corp.example.evil.example' }),
    'a signature has a key that is not published': signed(mail(jane), { selector: 'unknown' }),
    'a signature has a key for tests': signed(mail(jane), { selector: 't' }),
    'a signature has expired': signed(mail(jane), {
      signTime: new Date('2020-01-01'),
      expires: new Date('2020-01-02'),
    }),
    'a signature covers the beginning of the text only': signed(mail(jane), { maxBodyLength: 5 }).then(
      (s) => `${s}More.\r\n`,
    ),
    'the text was changed after it was signed': signed(mail(jane)).then((s) => s.replace('Oui', 'Non')),
    'the sender was changed after it was signed': signed(mail('From: eve@corp.example')).then((s) =>
      s.replace('eve@', 'jane@'),
    ),
    'a From was put above one that is signed': signed(mail(jane)).then((s) => `From: ceo@corp.example\r\n${s}`),
    'the server says that DMARC failed, beside a signature that is right': signed(mail(jane)).then(
      (s) => `${results('dmarc=fail header.from=corp.example')}\r\n${s}`,
    ),
  };

  it(`are ${Object.keys(hostile).length} kinds`, () => {
    assert.ok(Object.keys(hostile).length >= 25);
  });

  for (const [why, source] of Object.entries(hostile))
    it(`because ${why}`, async () => {
      const { proof, from } = await proofOf(await source);

      assert.equal(proof, null, `${proof!} for ${from ?? 'nobody'}`);
    });

  it('without the name of a server that is trusted', async () => {
    assert.equal((await proofOf(mail(dmarc, jane), null)).proof, null);
  });

  it('and make us ask the DNS about no domain of theirs', async () => {
    asked.length = 0;

    await proofOf(await signed(mail('From: x@evil.example'), { domain: 'evil.example' }));
    await proofOf(await signed(mail(jane), { domain: 'evil.example' }));

    assert.deepEqual(asked, []);
  });
});
