import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mentionedHandles, parseRichText, type PeopleByHandle } from '../../../server/src/modules/rich-text/index.ts';

const people: PeopleByHandle = new Map([
  ['jean.dupont', { handle: 'jean.dupont', name: 'Jean Dupont' }],
  ['j.r', { handle: 'j.r', name: 'J. R.' }],
  ['ana_b', { handle: 'ana_b', name: 'Ana B', kind: 'EMPLOYEE' }],
  ['gil', { handle: 'gil', name: 'Gil', kind: 'GUEST' }],
]);
const tree = (source: string) => parseRichText(source, people).tree;
const inlines = (source: string) => {
  const [block, ...rest] = tree(source);
  assert.ok(block?.t === 'p' && rest.length === 0, `one paragraph: ${source}`);
  return block.c;
};
const jean = { t: 'mention', handle: 'jean.dupont', name: 'Jean Dupont' };

describe('rich text', () => {
  it('knows emphasis, strong, strike, code and links', () => {
    assert.deepEqual(inlines('*a* **b** ~~c~~ `d` [e](https://e.example/x)'), [
      { t: 'em', c: ['a'] }, ' ', { t: 'strong', c: ['b'] }, ' ', { t: 'del', c: ['c'] }, ' ', { t: 'icode', v: 'd' }, ' ',
      { t: 'a', href: 'https://e.example/x', c: ['e'] },
    ]); // prettier-ignore
  });

  it('knows quotes, lists and fenced code', () => {
    assert.deepEqual(tree('> quoted\n\n- one\n- two\n\n3. three\n\n```ts\nlet a = 1;\n```'), [
      { t: 'quote', c: [{ t: 'p', c: ['quoted'] }] },
      {
        t: 'list',
        ordered: false,
        c: [
          { t: 'item', c: [{ t: 'p', c: ['one'] }] },
          { t: 'item', c: [{ t: 'p', c: ['two'] }] },
        ],
      },
      { t: 'list', ordered: true, start: 3, c: [{ t: 'item', c: [{ t: 'p', c: ['three'] }] }] },
      { t: 'code', v: 'let a = 1;', lang: 'ts' },
    ]);
  });

  it('shows every Enter', () => {
    assert.deepEqual(inlines('one\ntwo\r\nthree'), ['one', { t: 'br' }, 'two', { t: 'br' }, 'three']);
    assert.equal(tree('one\n\ntwo').length, 2);
  });

  it('leaves headings, HTML, tables, dividers, footnotes and entities the text they are', () => {
    for (const text of [
      '# Title',
      '<b>bold</b>',
      '<script>alert(1)</script>',
      '&lt;b&gt;',
      '[^1]',
      '[a][b]',
      '- - -',
      '***',
      '~5~',
    ]) {
      assert.deepEqual(inlines(text), [text]);
    }
    assert.deepEqual(inlines('<div>\n*a*'), ['<div>', { t: 'br' }, { t: 'em', c: ['a'] }]);
    assert.deepEqual(inlines('Title\n==='), ['Title', { t: 'br' }, '===']);
    assert.deepEqual(inlines('| a |\n|---|'), ['| a |', { t: 'br' }, '|---|']);
    assert.deepEqual(tree('[a]: https://a.example\n\n[a]').length, 2);
    assert.deepEqual(inlines('    indented'), ['indented']);
  });

  it('makes links of addresses', () => {
    assert.deepEqual(inlines('see https://a.example/b, or www.c.example.'), [
      'see ', { t: 'a', href: 'https://a.example/b', c: ['https://a.example/b'] }, ', or ',
      { t: 'a', href: 'http://www.c.example/', c: ['www.c.example'] }, '.',
    ]); // prettier-ignore
    assert.deepEqual(inlines('<https://a.example/>'), [
      { t: 'a', href: 'https://a.example/', c: ['https://a.example/'] },
    ]);
    assert.deepEqual(inlines('me@a.example'), [{ t: 'a', href: 'mailto:me@a.example', c: ['me@a.example'] }]);
  });

  it('leaves a link that leads anywhere but to http, https or mailto as it was typed', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '/relative',
      '#hash',
      '//a.example',
      'https://good.example@evil.example/',
      'https://user:pw@evil.example',
      'https://',
      'http:a',
      'mailto:',
      'https://a.example/\u202Egpj.exe',
      'java\u0000script:x',
      'https://%zz',
    ]) {
      // prettier-ignore
      assert.deepEqual(inlines(`[label](${href})`), [`[label](${href.replace('\0', '\u0000')})`], href);
    }
    assert.deepEqual(inlines('<javascript:alert(1)>'), ['<javascript:alert(1)>']);
    assert.deepEqual(inlines('[x](&#106;avascript:alert(1))'), ['[x](&#106;avascript:alert(1))']);
  });

  it('mentions people of the directory alone, whatever the case', () => {
    assert.deepEqual(inlines('@Jean.Dupont and @nobody'), [jean, ' and @nobody']);
    assert.deepEqual(inlines('(@jean.dupont)'), ['(', jean, ')']);
    assert.deepEqual(inlines('Ask @jean.dupont.'), ['Ask ', jean, '.']);
    assert.deepEqual(inlines('**@ana_b**'), [{ t: 'strong', c: [{ t: 'mention', handle: 'ana_b', name: 'Ana B' }] }]);
  });

  it('says of those whom it mentions what they are, unless they are employees', () => {
    assert.deepEqual(inlines('@gil'), [{ t: 'mention', handle: 'gil', name: 'Gil', kind: 'GUEST' }]);
  });

  it('mentions nobody in code, links, addresses and words', () => {
    assert.deepEqual(inlines('`@jean.dupont`'), [{ t: 'icode', v: '@jean.dupont' }]);
    assert.deepEqual(inlines('[@jean.dupont](https://a.example/)'), [
      { t: 'a', href: 'https://a.example/', c: ['@jean.dupont'] },
    ]);
    assert.deepEqual(inlines('x@jean.dupont'), [{ t: 'a', href: 'mailto:x@jean.dupont', c: ['x@jean.dupont'] }]);
    assert.deepEqual(inlines('@j.ré, é@j.r'), ['@j.ré, é@j.r']);
    assert.deepEqual(tree('```\n@jean.dupont\n```'), [{ t: 'code', v: '@jean.dupont' }]);
  });

  it('asks the directory about both readings of a handle before a full stop', () => {
    assert.deepEqual(mentionedHandles('@Jean.Dupont. `@x`'), ['jean.dupont.', 'jean.dupont', 'x']);
    assert.equal(mentionedHandles(Array.from({ length: 1000 }, (_, i) => `@p${i}`).join(' ')).length, 50);
  });

  it('takes #tags with a letter in them, in any script', () => {
    assert.deepEqual(inlines('#télétravail #1 #été2026, C# a#b'), [
      { t: 'tag', v: 'télétravail' }, ' #1 ', { t: 'tag', v: 'été2026' }, ', C# a#b',
    ]); // prettier-ignore
    assert.deepEqual(inlines('#会議'), [{ t: 'tag', v: '会議' }]);
  });

  it('makes plain text, one line a block', () => {
    const { text } = parseRichText(
      '**Hello** @jean.dupont\nsecond [line](https://a.example) #tag\n\n> quote\n\n- one\n- two\n\n```\na\nb\n```',
      people,
    );

    assert.equal(text, 'Hello @Jean Dupont second line #tag\nquote\none\ntwo\na b');
  });

  it('bounds depth and keeps the text', () => {
    const { tree: quoted, text } = parseRichText(`${'> '.repeat(10)}deep`, people);
    assert.equal(text, 'deep');
    assert.equal(JSON.stringify(quoted).match(/quote/g)?.length, 8);

    const styled = parseRichText(`${'**a '.repeat(30)}${'**'.repeat(30)}`, people);
    assert.ok(JSON.stringify(styled.tree).split('"strong"').length <= 9);
  });
});
