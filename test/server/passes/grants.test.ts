import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { follow } from '../../support/server/follow.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { type PassDraft, pagePass, passSecret } from '../../support/server/page-passes.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';

const wiki = 'https://intranet.example.org/wiki';
const hour = 3_600_000;
const hrSecret = 'the-secret-of-the-pages-about-people';

let intranet: Intranet;

const settings = {
  PARVIS_PASS_KEYS: `wiki ${passSecret} /wiki/** node:*, hr ${hrSecret} /hr/**`,
  PARVIS_PAGE_RULES: '/wiki/closed/** -> pass, /hr/** -> pass',
};

function passOf(sub: string, claims: PassDraft): string {
  return pagePass(intranet.server.clock.now(), sub, claims);
}

/** Reads a page with passes. Answers it, with what is said of the passes. */
async function read(
  who: Employee,
  key: string,
  ...passes: string[]
): Promise<{ page: Answer; code: string; hints: string[] }> {
  const query =
    'query ($key: String!) { pages(keys: [$key]) { id commentCount readers { kind name } comments { nodes { body { text } } } } }';
  const response = await who.client.post({ query, variables: { key }, extensions: { passes } });
  const { data, errors, extensions } = (await response.json()) as Answer;
  return { page: data?.pages[0], code: errors?.[0].extensions.code, hints: extensions?.passHints ?? [] };
}

async function commentWith(who: Employee, key: string, body = 'Between us'): Promise<Answer> {
  return who.addComment(toGlobalId('Page', key), body);
}

describe('a pass of a page', () => {
  before(async () => {
    intranet = await startIntranet(settings);
    await addPeople(intranet.server, { gus: { name: 'Gus Guest', kind: 'GUEST' } });
  });
  after(() => intranet.close());

  it('lets its person read what others may not, and write where it says so', async () => {
    const { ana, bob, adam, nobody } = intranet;
    const key = `${wiki}/closed/budget`;
    for (const who of [ana, bob, adam, nobody]) assert.equal((await read(who, key)).code, 'FORBIDDEN');

    assert.equal((await read(ana, key, passOf('ana', { pages: [key], may: 'write' }))).page.commentCount, 0);
    assert.deepEqual(codes(await commentWith(ana, key)), []);
    assert.equal(
      (await read(bob, key, passOf('bob', { pages: [key] }))).page.comments.nodes[0].body.text,
      'Between us',
    );
    // The grant stays, whether or not the pass comes along.
    assert.deepEqual((await read(bob, key)).page.readers, { kind: 'SOME', name: null });
    assert.deepEqual(codes(await commentWith(bob, key)), ['FORBIDDEN']);
    for (const who of [adam, nobody]) assert.equal((await read(who, key)).code, 'FORBIDDEN');
    assert.deepEqual(codes(await commentWith(adam, key)), ['NOT_FOUND']);
  });

  it('ends when it says, for reads, writes and kept answers', async () => {
    const { ana, server } = intranet;
    const key = `${wiki}/closed/ends`;
    const pass = passOf('ana', { pages: [key], may: 'write' });
    await read(ana, key, pass);
    const input = { subjectId: toGlobalId('Page', key), body: 'Once', idempotencyKey: 'write-once-only' };
    assert.deepEqual(codes(await ana.client.attempt('addComment', input, 'comment { id }')), []);

    server.clock.advance(hour);
    assert.equal((await read(ana, key)).code, 'FORBIDDEN');
    const again = await read(ana, key, pass);
    assert.deepEqual([again.code, again.hints.length], ['FORBIDDEN', 1]);
    assert.match(again.hints[0]!, /has expired/);
    assert.deepEqual(codes(await ana.client.attempt('addComment', input, 'comment { id }')), ['NOT_FOUND']);
    assert.deepEqual((await read(ana, key, passOf('ana', { pages: [key] }))).page.commentCount, 1);
  });

  it('is worth nothing with another sign-in, for other pages, or from a key that may not sign for them', async () => {
    const { ana, bob, nobody } = intranet;
    const key = `${wiki}/closed/whose`;
    const of = (claims: Partial<PassDraft>, sub = 'ana') => passOf(sub, { pages: [key], ...claims });
    const bad: [Employee, string, RegExp | null][] = [
      [bob, of({}), /another person/],
      [nobody, of({}), /Nobody is signed in/],
      [ana, of({}, 'ana2'), /another person/],
      [ana, of({}, 'CORP\\ana'), /another person/],
      [ana, of({}, 'an%61'), /another person/],
      [ana, of({ pages: [`${wiki}/closed/whose2`] }), null],
      [ana, of({ pages: ['https://elsewhere.example.org/wiki/closed/whose'] }), /does not take/],
      [ana, of({ pages: [key, 'https://intranet.example.org/hr/pay'] }), /may not sign/],
      [ana, of({ secret: hrSecret }), /not signed with the secret/],
      [ana, of({ secret: hrSecret, iss: 'hr' }), /may not sign/],
      [ana, of({ iss: 'nobody' }), /not the name of a key/],
      [ana, of({ aud: 'other' }), /not this server/],
      [ana, of({ iat: Date.parse('2030-01-01') / 1000 }), /ahead/],
      [ana, of({ lasts: 13 * hour }), /12 hours/],
      [ana, of({ may: 'admin' }), /“read” or “write”/],
      [ana, 'no pass', /no signed/],
    ];
    for (const [who, pass, hint] of bad) {
      const { code, hints } = await read(who, key, pass);
      assert.equal(code, 'FORBIDDEN', String(hint));
      if (hint) assert.match(hints.join(), hint);
      else assert.deepEqual(hints, []);
    }
    assert.equal((await read(ana, key, ...bad.map(([, pass]) => pass), of({}))).page.commentCount, 0);
  });

  it('narrows a page that no rule names: what was said before, too, for all who hold none', async () => {
    const { ana, bob, cleo, adam, server } = intranet;
    const key = `${wiki}/open`;
    await commentWith(bob, key, 'Said when all could read it');
    const postId = await bob.post(`page:${key}`, 'Posted when all could read it');
    const stream = await follow(bob.client, [toGlobalId('Page', key), toGlobalId('Wall', `page:${key}`)]);
    server.app.start();
    assert.equal((await read(cleo, key)).page.commentCount, 1);

    await read(ana, key, passOf('ana', { pages: [key], may: 'write' }));
    assert.deepEqual(codes(await commentWith(ana, key, 'Between us')), []);
    await ana.post(`page:${key}`, 'For us');
    for (const who of [bob, cleo, adam]) {
      assert.equal((await read(who, key)).code, 'FORBIDDEN');
      assert.equal(await who.wall(`page:${key}`), null);
      assert.equal(await who.node(postId, 'id'), null);
    }
    assert.equal((await ana.wall(`page:${key}`)).posts.totalCount, 2);
    await until(() => stream.told.length > 1);
    assert.deepEqual(stream.told.at(-1).topics, []);
    assert.deepEqual(stream.events, []);
    await stream.close();

    // Administrators alone open it again, and passes narrow it no longer.
    const openPage = (who: Employee) =>
      who.client.attempt('openPage', { pageId: toGlobalId('Page', key) }, 'page { id }');
    assert.deepEqual(codes(await openPage(cleo)), ['FORBIDDEN']);
    assert.deepEqual(codes(await openPage(adam)), []);
    assert.equal((await read(bob, key, passOf('bob', { pages: [key] }))).page.commentCount, 2);
    assert.equal((await bob.wall(`page:${key}`)).posts.totalCount, 2);
    assert.equal((await read(cleo, key)).page.commentCount, 2);
  });

  it('lets guests read, whom the host page lets in', async () => {
    const { server } = intranet;
    const key = `${wiki}/closed/guests`;
    const gus = server.as('gus');
    const ask = async (passes: string[]) =>
      (
        (await (
          await gus.post({ query: '{ pages(keys: ["' + key + '"]) { id } }', extensions: { passes } })
        ).json()) as Answer
      ).data?.pages[0];
    assert.equal(await ask([]), null);
    assert.notEqual(await ask([passOf('gus', { pages: [key] })]), null);
  });

  it('is not taken for what is no list of texts', async () => {
    const { ana } = intranet;
    for (const passes of [{ a: 1 }, [1], [null], Array(21).fill('a')]) {
      const response = await ana.client.post({ query: '{ __typename }', extensions: { passes } });
      assert.equal(response.status, 400, JSON.stringify(passes));
    }
  });
});
