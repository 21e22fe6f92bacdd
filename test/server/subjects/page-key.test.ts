import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pageKey, readKey } from '../../../server/src/modules/subjects/page-key.ts';
import { keptApart, sameOnBothSides } from '../../support/subjects/page-addresses.ts';

const home = 'https://intranet.example.org';
const rule = {
  origins: [home, 'http://localhost:3000', 'https://xn--bcher-kva.example'],
  indexNames: ['index.html', 'index.htm', 'index.php', 'default.aspx'],
};
const key = (text: string) => pageKey(text, rule);

describe('a page key', () => {
  it('is the same for all addresses of a page, and its own key', () => {
    for (const [written, kept] of sameOnBothSides) {
      assert.equal(key(home + written), home + kept, written);
      assert.equal(key(home + kept), home + kept, `again: ${kept}`);
    }
  });

  it('is its own key, whatever an address is put together from', () => {
    const part = fc.constantFrom(
      ...['/', '//', 'a', 'é', 'e\u0301', '%c3%a9', '%e9', '%2f', '%2F', '%25', '%27', "'", '%3b', ';jsessionid=1', '(S(a))'],
      ...['/(S(a))', 'index.html', 'Index.php', '?', '&', '=', '#', '#/', '#!/', 'utm_a=1', 'id=1', '%3F', '%23', '+', '%2b'],
      ...[' ', '[', ']', '|', '^', '.', '..', '%2e', '😀', '\u0338', '%3D\u0338', '%', '%zz', ':', '@', '\\', '%80%81', '\u00a0'],
    ); // prettier-ignore
    const address = fc.array(part, { maxLength: 8 }).map((parts) => `${home}/${parts.join('')}`);

    fc.assert(
      fc.property(address, (text) => key(key(text)) === key(text)),
      { numRuns: 3_000 },
    );
  });

  it('takes a host in any way of writing it', () => {
    for (const [text, expected] of [
      ['https://INTRANET.example.org:443/a', `${home}/a`],
      ['HTTPS://intranet.example.org./a/', `${home}/a`],
      ['http://localhost:3000/a', 'http://localhost:3000/a'],
      ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ] as const)
      assert.equal(key(text), expected);
  });

  it('keeps apart what may be another page', () => {
    for (const [one, other] of keptApart) assert.notEqual(key(home + one), key(home + other), one);
  });

  it('is folded by the index names of the settings alone', () => {
    assert.equal(pageKey(`${home}/a/start.html`, { ...rule, indexNames: ['start.html'] }), `${home}/a`);
    assert.equal(pageKey(`${home}/a/index.html`, { ...rule, indexNames: [] }), `${home}/a/index.html`);
  });

  it('is the hash of an address that is longer than 1,000 characters, and its own key', () => {
    const long = `${home}/a/${'b'.repeat(2_000)}?id=1`;
    const [one, other] = [key(long), key(`${long}2`)];

    assert.match(one, /^https:\/\/intranet\.example\.org#sha256-[\w-]{43}$/);
    assert.notEqual(one, other);
    assert.equal(key(one), one);
    assert.equal(key(`${home}/a/${'b'.repeat(2_000)}//?id=1&utm_source=x`), one);
    assert.equal(readKey(long, rule)[0]!.address, long);
  });

  it('may be a plain name', () => {
    for (const name of ['canteen', 'news/2026:42', 'actualités', 'team.a_b~c@d+e-f', '会議', 'about:us'])
      assert.equal(key(name), name);
    assert.equal(key('cafe\u0301'), 'café');
  });

  it('is that of a canonical address on an origin that is taken, else of the page itself', () => {
    for (const [canonical, expected] of [
      ['http://localhost:3000/news?id=4', 'http://localhost:3000/news?id=4'],
      ['https://www.example.com/news', `${home}/own`],
      ['http://[', `${home}/own`],
      ['a b c', `${home}/own`],
      ['', `${home}/own`],
      ['about:blank', `${home}/own`],
    ])
      assert.equal(key(`canonical:${canonical} ${home}/own/`), expected, canonical);
    assert.throws(() => key('canonical:https://www.example.com/ https://elsewhere.example/'), {
      message: /elsewhere\.example.*PARVIS_ORIGINS/,
    });
  });

  it('says which key a page had before keys had queries and routes', () => {
    const former = (text: string) => readKey(home + text, rule)[0]!.former;

    assert.equal(former('/?p=5'), home);
    assert.equal(former('/app#/news/1'), `${home}/app`);
    assert.equal(former('/news/?utm_source=mail'), null);
    assert.equal(former('/news'), null);
  });

  it('is refused with the reason', () => {
    assert.throws(() => key('https://elsewhere.example/a'), {
      code: 'INVALID',
      message: /https:\/\/elsewhere\.example.*PARVIS_ORIGINS/,
    });
    for (const name of ['about:blank', 'about:srcdoc'])
      assert.throws(() => key(name), { code: 'INVALID', message: /no address of its own.*give the tag a subject/ });
    for (const text of [
      '',
      ' ',
      '/news',
      '#a',
      '<b>',
      'two words',
      '{{ node.id }}',
      'javascript://x',
      'ftp://intranet.example.org/a',
      'file:///C:/intranet/a.html',
      `blob:${home}/0192`,
      'https://',
      'http://[',
      'a\0b',
      `https://user:pw@intranet.example.org/`,
      'https://intranet.example.org.evil.example/',
      'https://intranet.example.org@evil.example/',
      'a'.repeat(1001),
      '議'.repeat(700),
      `${home}/${'a'.repeat(20_000)}`,
    ])
      assert.throws(() => key(text), { code: 'INVALID' }, text);
  });
});
