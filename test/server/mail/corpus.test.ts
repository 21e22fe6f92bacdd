import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import type { IncomingMail } from '../../../server/src/mail/incoming/incoming-mail.ts';
import { readMail } from '../../../server/src/mail/incoming/read-mail.ts';

/** Mails as the programs of people write them; beside each, what the person wrote. */
const folder = fileURLToPath(new URL('corpus/answers/', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => file.slice(0, -4));

const options = { authservId: null, dkimDomains: [], maxSize: 1_000_000, ownAddress: 'fil@social.example.org' };

describe('the corpus of answers', () => {
  const read = new Map<string, IncomingMail>();
  const cutRight: string[] = [];

  before(async () => {
    for (const name of names) {
      const mail = await readMail({ source: sourceOf(name), envelope: { from: null, to: [] } }, options);
      read.set(name, mail);
      if (mail.written === expectedOf(name)) cutRight.push(name);
    }
  });

  for (const name of names) {
    it(`is cut where ${name} ends, and loses no word`, async () => {
      const { kind, reason, written, rest } = read.get(name)!;

      assert.deepEqual([kind, reason], ['answer', '']);
      assert.deepEqual(missing(wordsOf(expectedOf(name)), wordsOf(written)), [], 'lost words of the text');
      assert.deepEqual(missing(await allWords(name), wordsOf(`${written}\n${rest}`)), [], 'lost words of the mail');
      assert.equal(written, expectedOf(name));
    });
  }

  it('has at least 60 mails', (t) => {
    t.diagnostic(`${cutRight.length} of ${names.length} mails cut right`);

    assert.ok(names.length >= 60);
  });
});

function sourceOf(name: string): Buffer {
  return readFileSync(`${folder}${name}.eml`);
}

function expectedOf(name: string): string {
  return readFileSync(`${folder}${name}.txt`, 'utf8').replace(/\n$/, '');
}

/** What another reader finds in the mail. */
async function allWords(name: string): Promise<string[]> {
  const { text = '', html } = await simpleParser(sourceOf(name));
  return wordsOf(html ? await textOf(html) : text);
}

async function textOf(html: string): Promise<string> {
  const { text = '' } = await simpleParser(
    Buffer.from(
      `Content-Type: text/html; charset=utf-8\r\n\r\n${html.replace(/<\/t[dh]>/g, ' $&').replace(/ alt="[^"]*"/g, '')}`,
    ),
  );
  return text.replace(/\[(?:mailto|https?|cid):?[^\]]*\]|\[[^\]]*@[^\]]*\]/g, ' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];
}

/** The words of `some` that `all` does not have as often. */
function missing(some: string[], all: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return some.filter((word) => {
    const left = (counts.get(word) ?? 0) - 1;
    counts.set(word, left);
    return left < 0;
  });
}
