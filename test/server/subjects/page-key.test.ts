import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageKey } from '../../../server/src/modules/subjects/page-key.ts';

const origins = ['https://intranet.example.org', 'http://localhost:3000'];
const key = (text: string) => pageKey(text, origins);

describe('a page key', () => {
  it('is the same for all addresses of a page', () => {
    for (const address of [
      'https://intranet.example.org/news/42',
      'https://intranet.example.org/news/42/',
      'https://intranet.example.org/news/42?from=mail#top',
      'https://INTRANET.example.org:443/news/42/index.html',
      'https://intranet.example.org/news/./old/../42',
      'https://intranet.example.org/news/42//',
      'HTTPS://intranet.example.org/news/42/INDEX.HTM',
    ]) {
      // prettier-ignore
      assert.equal(key(address), 'https://intranet.example.org/news/42', address);
    }
    assert.equal(key('https://intranet.example.org/caf%c3%a9/%7Eana'), key('https://intranet.example.org/café/~ana'));
    assert.equal(key('https://intranet.example.org/index.html'), 'https://intranet.example.org');
    assert.equal(key('http://localhost:3000/a'), 'http://localhost:3000/a');
  });

  it('keeps apart what may be another page', () => {
    assert.notEqual(key('https://intranet.example.org/a%2Fb'), key('https://intranet.example.org/a/b'));
    assert.notEqual(key('https://intranet.example.org/News'), key('https://intranet.example.org/news'));
    assert.equal(key('https://intranet.example.org/my-index.html'), 'https://intranet.example.org/my-index.html');
  });

  it('may be a plain name', () => {
    for (const name of ['canteen', 'news/2026:42', 'actualités', 'team.a_b~c@d+e-f', '会議'])
      assert.equal(key(name), name);
    assert.equal(key('cafe\u0301'), 'café');
  });

  it('is refused with the reason', () => {
    assert.throws(() => key('https://elsewhere.example/a'), {
      code: 'INVALID',
      message: /https:\/\/elsewhere\.example.*PARVIS_ORIGINS/,
    });
    for (const text of [
      '',
      ' ',
      '/news',
      '#a',
      '<b>',
      'two words',
      'javascript://x',
      'ftp://intranet.example.org/a',
      'https://',
      'a\0b',
      'https://user:pw@intranet.example.org/',
      'https://intranet.example.org.evil.example/',
      'https://intranet.example.org@evil.example/',
      'a'.repeat(1001),
    ]) {
      // prettier-ignore
      assert.throws(() => key(text), { code: 'INVALID' }, text);
    }
  });
});
