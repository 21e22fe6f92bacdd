import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAnswerLine } from '../../../server/src/mail/answer-line.ts';
import type { Block, MailContent } from '../../../server/src/mail/outgoing/mail-blocks.ts';
import { dark, light } from '../../../server/src/mail/outgoing/mail-colours.ts';
import { layOut } from '../../../server/src/mail/outgoing/mail-layout.ts';
import { samples } from '../../support/mail/samples.ts';

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;

function mailOf(blocks: Block[], rest: Partial<MailContent> = {}): MailContent {
  return { lang: 'en', brand: 'B', preview: 'P', blocks, footer: { reason: 'R', links: [] }, ...rest };
}

/** The words of a page, without its marks. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body')).replace(/<!--.*?-->|<div style="display:none.*?<\/div>/gs, '');
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

describe('the layout of a mail', () => {
  for (const [name, content] of Object.entries(samples)) {
    const { html, text } = layOut(content);

    it(`says its language and direction (${name})`, () => {
      assert.match(html, new RegExp(`<html lang="${content.lang}" dir="${content.dir ?? 'ltr'}"`));
    });

    it(`takes nothing from elsewhere, and runs nothing (${name})`, () => {
      assert.doesNotMatch(html, /<(?:img|script|link|iframe|object|svg|form|input)\b|url\(|@import|@font-face|\bsrc=/i);
      assert.doesNotMatch(html, /display:\s*(?:flex|grid)|position:|float:/);
    });

    it(`links to pages only (${name})`, () => {
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url!);

      assert.ok(links.length > 0);
      for (const url of links) assert.match(url, /^https:\/\/social\.example\.org\//);
    });

    it(`says the same as plain text (${name})`, () => {
      const words = wordsOf(html);
      const spoken = text.replace(/\(?https:\S+/g, '').match(/[\p{L}\p{N}]+/gu)!;

      for (const word of spoken) assert.ok(words.includes(word), word);
      for (const word of words.match(/[\p{L}\p{N}]+/gu)!) assert.ok(text.includes(word), word);
    });

    it(`is narrow enough for every program (${name})`, () => {
      for (const line of text.split('\n')) assert.ok(line.length <= 72 || /https:/.test(line), line);
    });
  }

  it('escapes everything that people write', () => {
    const { html } = layOut(
      mailOf(
        [
          { kind: 'heading', text: hostile },
          { kind: 'paragraph', text: [hostile, { bold: hostile }, { label: hostile, url: 'https://example.org/' }] },
          { kind: 'quote', author: hostile, at: hostile, text: hostile },
          { kind: 'button', label: hostile, url: 'https://example.org/"><script>' },
          { kind: 'lines', title: hostile, lines: [{ text: hostile, detail: hostile }] },
        ],
        {
          brand: hostile,
          preview: hostile,
          footer: { reason: hostile, links: [{ label: hostile, url: 'https://example.org/' }] },
        },
      ),
    );

    assert.doesNotMatch(html, /<script|<img|&amp;(?!amp;)/);
    assert.equal(html.match(/&lt;script&gt;/g)!.length, 16);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', '/path', 'mailto:a@b.example', 'https://'])
    it(`refuses a link to ${url}`, () => {
      assert.throws(() => layOut(mailOf([{ kind: 'button', label: 'Go', url }])), /http and https only/);
    });

  it('keeps what is long below the beginning of its item, as plain text', () => {
    const text = `${'word '.repeat(20)}end`;
    const { text: plain } = layOut(mailOf([{ kind: 'lines', lines: [{ text, detail: text }] }]));

    const lines = plain.split('\n').filter((line) => line.includes('word'));
    assert.equal(lines.length, 4);
    assert.ok(lines.slice(1).every((line) => line.startsWith('  word')));
    assert.ok(lines.every((line) => line.length <= 72));
  });

  it('keeps double signs with their word in French, and nowhere else', () => {
    const block: Block = { kind: 'heading', text: 'Qui vient ? « Moi » : 12 % !' };

    assert.match(
      layOut(mailOf([block], { lang: 'fr' })).text,
      /Qui vient\u202f\? «\u00a0Moi\u00a0»\u00a0: 12\u00a0%\u202f!/,
    );
    assert.match(layOut(mailOf([block])).text, /Qui vient \? « Moi » : 12 % !/);
  });

  it('has a first line that is found again in answers', () => {
    for (const lang of ['fr', 'en'] as const) {
      const { text } = layOut(mailOf([], { lang, answerable: true }));
      const [first] = text.split('\n');

      assert.ok(isAnswerLine(first!));
      assert.ok(isAnswerLine(`> > ${first!}`));
    }
    assert.ok(isAnswerLine('R?pondez au-dessus de cette ligne'));
    assert.ok(!isAnswerLine('Reply above this line, they say, and nobody does.'));
    assert.ok(!layOut(mailOf([])).text.includes('above this line'));
  });

  it('has texts that can be read on their ground, in light and dark', () => {
    for (const { paper, page, wash, ink, quiet, accent, onAccent } of [light, dark]) {
      const pairs = [
        ...[paper, page, wash].flatMap((ground) => [
          [ink, ground],
          [quiet, ground],
        ]),
        [accent, paper],
        [onAccent, accent],
      ] as [string, string][];

      for (const [text, ground] of pairs) assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}`);
    }
  });
});

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
