import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { PassFault } from '../../../server/src/modules/passes/pass-fault.ts';
import { type Pass, PassReader } from '../../../server/src/modules/passes/pass-reader.ts';
import { readConfig } from '../../../server/src/config.ts';
import { passSecret, signed } from '../../support/server/page-passes.ts';

const nextSecret = 'the-next-secret-of-the-wiki-as-long-as-that';
const hrSecret = 'the-secret-of-the-pages-about-people';
const { passKeys } = readConfig({
  PARVIS_PASS_KEYS: `wiki ${passSecret} /wiki/** node:*, wiki ${nextSecret} /wiki/**, hr ${hrSecret} /hr/**`,
});

const now = 1_900_000_000;
const hour = 3_600;
const page = 'https://intranet.example.org/wiki/start';
const claims = { iss: 'wiki', aud: 'parvis', sub: 'jane', pages: [page], may: 'read', iat: now, exp: now + hour };
const header = { alg: 'HS256', typ: 'parvis-pass+jwt' };
const reader = new PassReader(passKeys, 'parvis', { now: () => now * 1000 });

interface Change {
  header?: object;
  claims?: object | string;
  secret?: string;
  /** What is done to the signed text. */
  after?: (pass: string) => string;
}

function passOf(change: Change): string {
  const body = typeof change.claims === 'string' ? change.claims : { ...claims, ...change.claims };
  const pass = signed({ ...header, ...change.header }, body, change.secret);
  return change.after?.(pass) ?? pass;
}

const read = (change: Change = {}, by = reader) => by.read(passOf(change));
const pages = (count: number) => Array.from({ length: count }, (_, index) => `node:${index}`);
const json = (text: string) => JSON.stringify(claims).replace(/^\{/, `{${text},`);
const unpadded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withoutClaim = (name: string) => JSON.stringify({ ...claims, [name]: undefined });

/** Each fault with a pass that has it, and one that differs in nothing else and is valid. */
const bad: [about: string, fault: PassFault, bad: Change, good: Change][] = [
  ['is longer than 8 KB', 'TOO_LONG', { claims: { x: 'x'.repeat(6_000) } }, { claims: { x: 'x'.repeat(5_700) } }],
  ['is no token', 'MALFORMED', { after: () => 'jane' }, {}],
  ['is empty', 'MALFORMED', { after: () => '' }, {}],
  ['has no signature', 'MALFORMED', { after: (pass) => pass.split('.').slice(0, 2).join('.') }, {}],
  ['has five parts', 'MALFORMED', { after: (pass) => `${pass}.a.b` }, {}],
  ['ends with a line', 'MALFORMED', { after: (pass) => `${pass}\n` }, {}],
  ['stands in quotes', 'MALFORMED', { after: (pass) => `"${pass}"` }, {}],
  ['has the padding of Base64', 'MALFORMED', { after: (pass) => `${pass}=` }, {}],
  ['has the letters of plain Base64', 'MALFORMED', { claims: { x: '>>>???' }, after: (pass) => pass.replaceAll('-', '+').replaceAll('_', '/') }, { claims: { x: '>>>???' } }],
  ['has claims that are a list', 'MALFORMED', { claims: '[1]' }, {}],
  ['has claims that are no JSON', 'MALFORMED', { claims: '{"iss":"wiki"' }, {}],
  ['has no typ', 'WRONG_TYPE', { header: { typ: undefined } }, { header: { typ: 'PARVIS-PASS+JWT' } }],
  ['is a token of a sign-in', 'WRONG_TYPE', { header: { typ: 'JWT' } }, {}],
  ['is an access token', 'WRONG_TYPE', { header: { typ: 'at+jwt' } }, { header: { typ: 'application/parvis-pass+jwt' } }],
  ['has a list for a typ', 'WRONG_TYPE', { header: { typ: ['parvis-pass+jwt'] } }, {}],
  ['has the algorithm none', 'WRONG_ALGORITHM', { header: { alg: 'none' } }, {}],
  ['has none and no signature', 'WRONG_ALGORITHM', { header: { alg: 'none' }, after: (pass) => pass.replace(/[^.]+$/, '') }, {}],
  ['has no algorithm', 'WRONG_ALGORITHM', { header: { alg: undefined } }, { header: { alg: 'HS384' } }],
  ['has an algorithm of public keys', 'WRONG_ALGORITHM', { header: { alg: 'RS256' } }, { header: { alg: 'HS512' } }],
  ['has an algorithm in lower case', 'WRONG_ALGORITHM', { header: { alg: 'hs256' } }, {}],
  ['has a crit', 'CRITICAL_HEADER', { header: { crit: ['exp'], exp: 1 } }, { header: { exp: 1 } }],
  ['has the crit that jose knows', 'CRITICAL_HEADER', { header: { crit: ['b64'], b64: true } }, { header: { kid: 'b64' } }],
  ['has an empty crit', 'CRITICAL_HEADER', { header: { crit: [] } }, {}],
  ['has no iss', 'UNKNOWN_KEY', { claims: { iss: undefined } }, {}],
  ['has the name of no key', 'UNKNOWN_KEY', { claims: { iss: 'Wiki' } }, {}],
  ['has a list of names', 'UNKNOWN_KEY', { claims: { iss: ['wiki'] } }, {}],
  ['has the name of another key', 'BAD_SIGNATURE', { claims: { iss: 'hr' } }, { claims: { iss: 'hr' }, secret: hrSecret }],
  ['is signed with the key of another name', 'BAD_SIGNATURE', { secret: hrSecret }, { secret: nextSecret }],
  ['is signed with no secret at all', 'BAD_SIGNATURE', { secret: '' }, {}],
  ['is signed with a hash that it does not name', 'BAD_SIGNATURE', { after: (pass) => pass.replace(/^[^.]+/, unpadded({ ...header, alg: 'HS512' })) }, {}],
  ['has other claims than were signed', 'BAD_SIGNATURE', { after: (pass) => pass.replace(/\.[^.]+\./, `.${unpadded({ ...claims, sub: 'john' })}.`) }, {}],
  ['has an empty signature', 'BAD_SIGNATURE', { after: (pass) => pass.replace(/[^.]+$/, '') }, {}],
  ['is for another server', 'OTHER_AUDIENCE', { claims: { aud: 'other' } }, { claims: { aud: ['other', 'parvis'] } }],
  ['is for other servers', 'OTHER_AUDIENCE', { claims: { aud: ['other', 'parvis2'] } }, { claims: { aud: ['parvis'] } }],
  ['has no aud', 'OTHER_AUDIENCE', { claims: { aud: undefined } }, {}],
  ['has no exp', 'BAD_TIMES', { claims: { exp: undefined } }, {}],
  ['has no iat', 'BAD_TIMES', { claims: { iat: undefined } }, {}],
  ['has an exp that is a text', 'BAD_TIMES', { claims: { exp: String(now + hour) } }, { claims: { exp: now + hour + 0.5 } }],
  ['has an iat that is a text', 'BAD_TIMES', { claims: { iat: '2030-03-17T17:46:40Z' } }, {}],
  ['has an exp beyond all numbers', 'BAD_TIMES', { claims: withoutClaim('exp').replace(/^\{/, '{"exp":1e999,') }, {}],
  ['ends before it begins', 'BAD_TIMES', { claims: { iat: now + 50, exp: now + 20 } }, { claims: { iat: now + 20, exp: now + 50 } }],
  ['has an nbf that is a text', 'BAD_TIMES', { claims: { nbf: 'now' } }, { claims: { nbf: now } }],
  ['was signed in 61 seconds', 'NOT_YET_VALID', { claims: { iat: now + 61 } }, { claims: { iat: now + 60 } }],
  ['is valid in 61 seconds', 'NOT_YET_VALID', { claims: { nbf: now + 61 } }, { claims: { nbf: now + 60 } }],
  ['has times in milliseconds', 'NOT_YET_VALID', { claims: { iat: now * 1000, exp: (now + hour) * 1000 } }, {}],
  ['has just expired', 'EXPIRED', { claims: { iat: now - hour, exp: now } }, { claims: { iat: now - hour, exp: now + 1 } }],
  ['lasts a second more than 12 hours', 'LASTS_TOO_LONG', { claims: { exp: now + 12 * hour + 1 } }, { claims: { exp: now + 12 * hour } }],
  ['lasts longer by an iat ahead', 'LASTS_TOO_LONG', { claims: { iat: now - hour, exp: now + 12 * hour } }, { claims: { iat: now - hour, exp: now + 11 * hour } }],
  ['has no sub', 'BAD_SUBJECT', { claims: { sub: undefined } }, { claims: { sub: 'CORP\\jane' } }],
  ['has a blank sub', 'BAD_SUBJECT', { claims: { sub: ' ' } }, { claims: { sub: 'Jane Doe' } }],
  ['has a number for a sub', 'BAD_SUBJECT', { claims: { sub: 4711 } }, { claims: { sub: '4711' } }],
  ['has a sub with a zero in it', 'BAD_SUBJECT', { claims: { sub: 'jane\0' } }, {}],
  ['has a sub with half a character', 'BAD_SUBJECT', { claims: { sub: 'jane\ud83d' } }, { claims: { sub: 'jane😀' } }],
  ['has a sub of 256 characters', 'BAD_SUBJECT', { claims: { sub: 'x'.repeat(256) } }, { claims: { sub: 'x'.repeat(255) } }],
  ['has no pages', 'BAD_PAGES', { claims: { pages: undefined } }, {}],
  ['has a text for its pages', 'BAD_PAGES', { claims: { pages: page } }, { claims: { pages: [page] } }],
  ['has an empty list of pages', 'BAD_PAGES', { claims: { pages: [] } }, {}],
  ['has an empty page', 'BAD_PAGES', { claims: { pages: [page, ''] } }, { claims: { pages: [page, page] } }],
  ['has a number for a page', 'BAD_PAGES', { claims: { pages: [47] } }, { claims: { pages: ['47'] } }],
  ['has 101 pages', 'TOO_MANY_PAGES', { claims: { pages: pages(101) } }, { claims: { pages: pages(100) } }],
  ['has a page without its origin', 'RELATIVE_PAGE', { claims: { pages: ['/wiki/start'] } }, { claims: { pages: ['wiki/start'] } }],
  ['has no may', 'BAD_MAY', { claims: { may: undefined } }, { claims: { may: 'write' } }],
  ['may do something else', 'BAD_MAY', { claims: { may: 'admin' } }, {}],
  ['has a list for its may', 'BAD_MAY', { claims: { may: ['read'] } }, {}],
]; // prettier-ignore

describe('a page pass', () => {
  it('says who may do what on which pages, and until when', async () => {
    const pass = (await read({ claims: { may: 'write' } })) as Pass;

    assert.deepEqual(
      { ...pass, patterns: pass.patterns.map(({ text }) => text) },
      {
        issuer: 'wiki',
        subject: 'jane',
        pages: [page],
        patterns: ['/wiki/**', 'node:*'],
        may: 'write',
        until: (now + hour) * 1000,
      },
    );
  });

  it('has the patterns of the secret that signed it, where a name stands twice', async () => {
    const pass = (await read({ secret: nextSecret })) as Pass;

    assert.deepEqual(
      pass.patterns.map(({ text }) => text),
      ['/wiki/**'],
    );
  });

  it('may have claims and headers that the server does not know', async () => {
    const pass = await read({ header: { kid: '2031' }, claims: { jti: 'a', name: 'Jane', email: 'jane@example.org' } });

    assert.equal(typeof pass, 'object');
  });

  it('counts the last of two claims of one name, as whoever signed it', async () => {
    assert.equal(((await read({ claims: json('"sub":"john"') })) as Pass).subject, 'jane');
  });

  it('is read by no server that has no keys', async () => {
    assert.equal(await read({}, new PassReader([], 'parvis', { now: () => now * 1000 })), 'UNKNOWN_KEY');
  });

  for (const [about, fault, change, good] of bad) {
    it(`counts as none where it ${about}`, async () => {
      assert.equal(await read(change), fault);
      assert.equal(typeof (await read(good)), 'object', String(await read(good)));
    });
  }

  it('is tried with every fault that the reader finds', () => {
    const reader = readFileSync(new URL('../../../server/src/modules/passes/pass-reader.ts', import.meta.url), 'utf8');
    const found = [...reader.matchAll(/new Fault\('(\w+)'\)/g)].map(([, fault]) => fault!);

    assert.ok(found.length > 15);
    assert.deepEqual([...new Set(bad.map(([, fault]) => fault))].toSorted(), [...new Set(found)].toSorted());
  });
});
