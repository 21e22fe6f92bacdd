import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutReply } from '../../../server/src/mail/incoming/cut-reply.ts';
import { htmlLines } from '../../../server/src/mail/incoming/html-lines.ts';
import { textLines } from '../../../server/src/mail/incoming/reply-line.ts';
import { UnreadableMail } from '../../../server/src/mail/incoming/incoming-mail.ts';
import { readMail } from '../../../server/src/mail/incoming/read-mail.ts';

const options = { authservId: 'mx.x.example', dkimDomains: ['x.example'], maxSize: 6_000_000, ownAddress: null };
const from = 'From: a@x.example\r\n';

async function read(source: string | Buffer) {
  const resolver = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  return readMail({ source: Buffer.from(source), envelope: { from: null, to: [] } }, { ...options, resolver });
}

const parts = (count: number) =>
  `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(count)}--b--`;
const nested = (depth: number) =>
  from +
  Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
    '',
  ) +
  'Content-Type: text/plain\r\n\r\nx';
const page = (html: string) => `${from}Content-Type: text/html\r\n\r\n${html}`;
const text = (words: string) => `${from}Content-Type: text/plain\r\n\r\n${words}`;

/** Each has been a way to stop some mail program. */
const hostile: Record<string, string | Buffer> = {
  'nothing at all': '',
  'only line breaks': '\r\n'.repeat(100_000),
  'bytes by chance': Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256)),
  'ten thousand parts': parts(10_000),
  'a thousand parts in each other': nested(1_000),
  'a header of a megabyte': `X: ${'a'.repeat(1_000_000)}\r\n${from}\r\nx`,
  'a hundred thousand fields': `${'X: a\r\n'.repeat(100_000)}${from}\r\nx`,
  'a field of many lines': `${from}References:${'\r\n <a@b>'.repeat(50_000)}\r\n\r\nx`,
  'results with a million brackets': `Authentication-Results: mx.x.example; ${'('.repeat(200_000)}\r\n${from}\r\nx`,
  'a sender of many words': `From: ${'a '.repeat(100_000)}<a@x.example>\r\n\r\nx`,
  'an encoded word without end': `${from}Subject: ${'=?utf-8?q?a'.repeat(20_000)}\r\n\r\nx`,
  'a line of five megabytes': text('a'.repeat(5_000_000)),
  'a million empty lines': text('\r\n'.repeat(1_000_000)),
  'a million quoted lines': text('>\r\n'.repeat(1_000_000)),
  'quotes and answers in turn': text('> a\r\nb\r\n'.repeat(100_000)),
  'quotes in each other': text('>'.repeat(400_000)),
  'endless introductions': text('On 4 May 2026 at 10:00 a wrote:\r\n'.repeat(20_000)),
  'an introduction without end': text(`On 2026 ${'a '.repeat(200_000)}`),
  'foreign introductions': text('Am 4. Mai 2026 um 14:33 Uhr schrieb x:\r\nx\r\n'.repeat(10_000)),
  'headers of older mails': text('From: a@b.example\r\n'.repeat(50_000)),
  'endless signatures': text('-- \r\na\r\n'.repeat(50_000)),
  'endless disclaimers': text(
    `${'This message is confidential, for the recipient, in error, delete. '.repeat(3)}\r\n\r\n`.repeat(2_000),
  ),
  'spaces and colons': text(`Le ${' '.repeat(300_000)}:`),
  'many lines of spaces': text(`${' '.repeat(300)}:\r\n`.repeat(1_500)),
  'tags that end at last': page(`${'<a href="'.repeat(100_000)}>`),
  'quotations that do not end': page('<a b=">'.repeat(100_000)),
  'tags without end': page('<a href="'.repeat(100_000)),
  'quotes in tags': page(`<a ${'"\''.repeat(200_000)}`),
  'comments without end': page('<!--'.repeat(200_000)),
  'scripts without end': page('<script>'.repeat(100_000)),
  'elements in each other': page('<div>'.repeat(200_000)),
  'ends without beginnings': page(`${'<b>'.repeat(1_000)}${'</i>'.repeat(200_000)}`),
  'blockquotes in each other': page(`${'<blockquote type="cite">'.repeat(50_000)}x`),
  entities: page('&#x1F600;&eacute;&nosuch;&#0;&#xD800;'.repeat(50_000)),
  attributes: page(`<div ${'class="gmail_signature" id=x '.repeat(20_000)}>x</div>`),
  'lines before': page('<pre>' + 'x\n'.repeat(200_000)),
};

/** Ordinary mails take some milliseconds. These take less than this on a slow machine, however busy; a trap takes minutes. */
const patience = 15_000;

describe('a hostile mail', () => {
  for (const [what, source] of Object.entries(hostile))
    it(`does no harm: ${what}`, async (t) => {
      const start = performance.now();

      const mail = await read(source).catch((error: unknown) => {
        assert.ok(error instanceof UnreadableMail, String(error));
        return null;
      });

      const time = performance.now() - start;
      t.diagnostic(`${Math.round(time)} ms, ${mail?.kind ?? 'unreadable'}`);
      assert.ok(time < patience, `${time} ms`);
      assert.equal(mail?.proof ?? null, null);
    });

  it('is refused when it is too large', async () => {
    await assert.rejects(read(text('a'.repeat(6_000_001))), UnreadableMail);
  });

  it('has a text that is no markup', () => {
    const { written } = cutReply(htmlLines('<p>a<script>alert(1)</script><b onclick="x">b</b>&lt;i&gt;</p>'));

    assert.equal(written, 'ab<i>');
  });

  it('keeps each line once, whatever is in it', () => {
    const pieces = [
      '> a',
      'b',
      '',
      '-- ',
      '--',
      'On 4 May 2026, x <x@y.example> wrote:',
      'From: x@y.example',
      'Sent: 4',
      'To: z',
      'Sent from my iPhone',
      '____________',
      'Cordialement,',
      'Tel. 03 27 00 00 00',
    ];
    let seed = 1;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);

    for (let round = 0; round < 3_000; round++) {
      const lines = Array.from({ length: (next() % 14) + 1 }, () => pieces[next() % pieces.length]!);
      const { written, rest } = cutReply(textLines(lines.join('\n')));

      const kept = `${written}\n${rest}`.split('\n').filter((line) => line.trim() !== '' && line !== '>');
      assert.deepEqual(
        kept.map((line) => line.trim()).toSorted(),
        lines
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .toSorted(),
      );
    }
  });
});
