import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { globMatches, parseGlob } from '../../../server/src/modules/subjects/page-glob.ts';
import { pageKey } from '../../../server/src/modules/subjects/page-key.ts';
import { indexNameIn, matches, mayMatch, parsePagePattern } from '../../../server/src/modules/subjects/page-pattern.ts';

const home = 'https://intranet.example.org';
const rule = { origins: [home, 'http://intranet.example.org', 'https://wiki.example.org'], indexNames: ['index.html'] };
const key = (page: string) => pageKey(page.startsWith('/') ? home + page : page, rule);
const asked = (pattern: string, page: string) => matches(parsePagePattern(pattern), key(page));
const askedStrictly = (pattern: string, page: string) => mayMatch(parsePagePattern(pattern), key(page));
const long = `/hr/${'x'.repeat(1_500)}`;

/** Each pattern with pages that it matches, and pages that it does not. */
const patterns: Record<string, [pages: string[], others: string[]]> = {
  '/hr/**': [
    ['/hr', '/hr/', '/hr/pay', '/hr/a/b/c', 'https://wiki.example.org/hr/pay', '/hr/index.html', '/hr?x=1', '/hr#/pay'],
    ['/hrm', '/', '/wiki/hr', '/hr-news/1', 'hr', 'hr/pay', '/wiki?back=/hr/pay', '/wiki#/hr/pay', '/h'],
  ],
  '/hr/*': [
    ['/hr/pay', '/hr/pay?year=2031/2', '/hr/pay/', '/hr/pay#!/may'],
    ['/hr', '/hr/pay/may', '/hrx/pay'],
  ],
  '/hr': [
    ['/hr', '/hr/', '/hr?id=4', '/hr#/start'],
    ['/hr/pay', '/hrs', '/'],
  ],
  '/hr/': [['/hr'], ['/hr/pay']],
  '/hr*': [
    ['/hr', '/hrs', '/hr-news'],
    ['/hr/pay', '/h'],
  ],
  '/': [
    ['/', '/?p=3', '/index.html', 'https://wiki.example.org'],
    ['/a', 'a'],
  ],
  '/**': [
    ['/', '/a/b', 'https://wiki.example.org/x?y=z', long],
    ['handbook', 'node:47'],
  ],
  '/**/pay': [
    ['/pay', '/hr/pay', '/a/b/pay'],
    ['/hr/pays', '/hrpay', '/pay/x'],
  ],
  '/a/**/b/*': [
    ['/a/b/c', '/a/x/y/b/c'],
    ['/a/b', '/a/xb/c', '/a/x/b/c/d'],
  ],
  '/a**z': [
    ['/az', '/a/b/z', '/abcz'],
    ['/a', '/az/b'],
  ],
  '/café/*': [['/café/menu', '/cafe%CC%81/menu', '/CAF%C3%89/menu'], ['/cafe/menu']],
  '/pay%2Croll': [['/pay,roll', '/pay%2croll'], ['/pay']],
  '/app#/hr/**': [
    ['/app#/hr', '/app#!/hr/pay', '/app?from=mail#/HR/pay?tab=2', '/app/#/hr/'],
    ['/app', '/app#/hrm', '/app/hr', '/b#/hr'],
  ],
  '/app#!/hr': [
    ['/app#/hr', '/app#!/hr'],
    ['/app#/hr/pay', '/app'],
  ],
  [`${home}/hr/**`]: [
    ['/hr', '/hr/pay'],
    ['https://wiki.example.org/hr/pay', '/wiki', 'http://intranet.example.org/hr'],
  ],
  'HTTPS://Intranet.Example.org:443/HR/**': [['/hr', '/hr/pay'], ['https://wiki.example.org/hr']],
  [home]: [
    ['/', '/?p=4'],
    ['/a', 'https://wiki.example.org'],
  ],
  'node:47*': [
    ['node:47', 'node:4711', 'NODE:471'],
    ['node:4', 'node:47/edit', 'xnode:47', '/node:47'],
  ],
  'node:**': [
    ['node:1', 'node:1/edit'],
    ['/node:1', 'nodes'],
  ],
  handbook: [
    ['handbook', 'Handbook'],
    ['/handbook', 'handbook2', 'handbook/1'],
  ],
  'news/**': [
    ['news', 'news/line-4'],
    ['/news', '/news/line-4'],
  ],
  équipe: [['équipe', 'e\u0301quipe', 'ÉQUIPE'], ['equipe']],
  '**': [['/', '/a', 'handbook', 'a/b:c', long], []],
};

const refused: [pattern: string, says: RegExp][] = [
  ['', /must not be empty/],
  ['*', /write \*\*/],
  ['**/hr/**', /begins with “\/”/],
  ['*/hr', /begins with “\/”/],
  [`/${'a'.repeat(500)}`, /500 characters/],
  ['/hr?id=4', /no query/],
  [`${home}?p=4`, /no query/],
  ['/hr#pay', /in front of a route/],
  ['#/hr', /begins with “\/”/],
  ['/hr/../wiki/**', /no segments “\.” and “\.\.”/],
  ['/hr/%2E%2e/**', /no segments “\.” and “\.\.”/],
  ['/{hr,pay}/**', /none of/],
  ['/hr pay', /no spaces/],
  ['/hr\\pay', /none of/],
  ['https://*.example.org/hr/**', /without wildcards/],
  ['https://intranet.example.org**', /without wildcards/],
  ['*://intranet.example.org/hr', /without wildcards|begins with/],
  ['https://jane@intranet.example.org/hr', /without wildcards/],
  ['ftp://intranet.example.org/hr', /origin of a pattern/],
  ['https://', /origin of a pattern/],
  ['news/x://y', /origin of a pattern/],
  ['https:/intranet.example.org/hr', /begins with https:\/\//],
  ['-handbook', /letter or digit/],
  ['hand book', /letter or digit/],
  ['“handbook”', /letter or digit/],
];

/** What some web server takes for a page of `/hr/**`, though its key is another. */
const spellings = [
  ...['/HR/pay', '/Hr', '/hr%2Fpay', '/hr%5Cpay', '/hr;v=1/pay', '/HR;v=1', '/wiki/..;/hr/pay', '/wiki/..%2Fhr/pay'],
  ...['/hr./pay', '/hr%20/pay', '/hr%2f', '/wiki%2f..%2fHR', '/x/%2e%2e%2fhr/pay', '/;a/hr', '/%2Fhr'],
];

/** Other ways to write a page of `/hr/**`, all of one key. */
const sameKey = [
  ...['//hr', '/hr//pay', '/hr/%2e%2e/hr/pay', '/h%72/pay', '/%68%72', '/./hr/pay', '/wiki/../hr', '/hr/index.html'],
  ...['/hr;jsessionid=1/pay', '/(S(abc))/hr/pay', '/hr\\pay', '/hr?utm_source=mail', '/hr#top', '/hr/\tpay'],
];

describe('a pattern of pages', () => {
  for (const [pattern, [pages, others]] of Object.entries(patterns)) {
    it(`${pattern} matches what it says and nothing else`, () => {
      for (const page of pages) assert.ok(asked(pattern, page), page.slice(0, 80));
      for (const page of pages) assert.ok(askedStrictly(pattern, page), `strictly: ${page}`);
      for (const page of others) assert.ok(!asked(pattern, page), page);
    });
  }

  for (const [pattern, says] of refused) {
    it(`is refused as ${pattern.slice(0, 40) || '(nothing)'}, with what to do, without repeating it`, () => {
      assert.throws(
        () => parsePagePattern(pattern),
        (error: Error) => says.test(error.message) && (pattern.length < 9 || !error.message.includes(pattern)),
      );
    });
  }

  it('matches all ways to write an address that have one key', () => {
    for (const page of sameKey) assert.ok(asked('/hr/**', page), page);
    for (const page of sameKey) assert.ok(!askedStrictly('/wiki/**', page), page);
  });

  it('that restricts matches what a web server may take for one of its pages, though the key is another', () => {
    for (const page of spellings) {
      assert.ok(askedStrictly('/hr/**', page), page);
      assert.ok(!askedStrictly('/hrm/**', page), page);
    }
    assert.ok(askedStrictly(`${home}/hr/**`, 'http://intranet.example.org/hr/pay'));
    assert.ok(askedStrictly('/app#/hr/**', '/app#/hr%2Fpay'));
  });

  it('that allows does not match what only some web server takes for one of its pages', () => {
    for (const page of ['/wiki/..;/hr/pay', '/wiki/..%2Fhr/pay', '/;a/hr']) assert.ok(!asked('/hr/**', page), page);
  });

  it('knows no path in the hash of a long address: that may be restricted, and is not allowed', () => {
    for (const pattern of ['/hr/**', '/wiki/**', '/', home, `${home}/hr/**`]) {
      assert.ok(askedStrictly(pattern, long), pattern);
      assert.ok(!asked(pattern, long), pattern);
    }
    assert.ok(asked(`${home}/**`, long));
    for (const pattern of ['https://wiki.example.org/**', 'handbook', 'x*']) assert.ok(!askedStrictly(pattern, long));
  });

  it('names the index file that no key has', () => {
    const found = (pattern: string) => indexNameIn(parsePagePattern(pattern), ['index.html']);

    for (const pattern of ['/hr/Index.html', `${home}/index.html`, '/hr/index.html/', '/app/index.html#/hr'])
      assert.match(found(pattern)!, /^index\.html$/i, pattern);
    for (const pattern of ['/hr/**', '/index.html/hr', '/hr/my-index.html', 'index.html', home])
      assert.equal(found(pattern), null, pattern);
  });

  it('is matched by itself and by the pages that were put into its stars', () => {
    const word = fc.stringMatching(/^[a-z0-9é~-]{1,6}$/);
    const step = fc.oneof(
      word.map((text) => [text, text] as const),
      word.map((text) => [`${text}*`, `${text}${text}`] as const),
      word.map((text) => ['*', text] as const),
      fc.array(word, { maxLength: 3 }).map((texts) => ['**', texts.join('/')] as const),
    );

    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const [pattern, page] = [0, 1].map((side) => steps.map((pair) => `/${pair[side]}`).join('')) as [
          string,
          string,
        ];
        return asked(pattern || '/', page || '/') && askedStrictly(pattern || '/', page || '/');
      }),
      { numRuns: 500 },
    );
  });

  it('reads no text more than once, however hostile the pattern', () => {
    let characters = 0;
    const counted = (text: string) => ({
      *[Symbol.iterator]() {
        for (const character of text) yield (characters++, character);
      },
    });
    const glob = parseGlob(`${'*a**'.repeat(120)}b`);

    assert.ok(!globMatches(glob, counted('a'.repeat(1_000)) as unknown as string));
    assert.equal(characters, 1_000);
    assert.ok(globMatches(glob, `${'a'.repeat(1_000)}b`));
    assert.ok(!asked(`/${'**/*'.repeat(100)}b`, `/${'a/'.repeat(490)}`));
    assert.ok(!askedStrictly(`/${'**a'.repeat(150)}`, `/${'a.;'.repeat(320)}`));
  });
});
