import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { fillDirectory } from './fill-directory.ts';

/** Karens and Karims around Nadia, who is in Douai and whose manager is Claire. */
const staff = {
  claire: { name: 'Claire Karadec', location: 'Lyon' },
  nadia: { name: 'Nadia Benali', location: 'Douai', manager: 'claire' },
  'karen.a': { name: 'Karen Abel', location: 'Kraków' },
  'karim.z': { name: 'Karim Zaoui', location: 'Lyon' },
  'karl.m': { name: 'Karl Mertens', location: 'Lyon', manager: 'claire' },
  'karine.d': { name: 'Karine Dubois', location: 'Douai' },
  'kara.r': { name: 'Kara Report', location: 'Kraków', manager: 'nadia' },
  'kar.t': { name: 'Zoé Tisserand', location: 'Douai', jobTitle: 'Karting' },
  'jp': { name: 'Jean-Paul Adam', location: 'Douai' },
  'paul': { name: 'Paul Weber', location: 'Douai' },
  'karel.x': { name: 'Karel Parti', location: 'Douai', status: 'DEPARTED' as const },
}; // prettier-ignore

const add = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code } } }`;
const pages = `query ($key: String!) { pages(keys: [$key]) { id } }`;
const mentionable = `query ($query: String!, $subject: ID, $first: Int) {
  mentionablePeople(query: $query, subject: $subject, first: $first) { name }
}`;

describe('people to mention', () => {
  let server: TestServer;
  let page: string;
  let comment: string;

  before(async () => {
    server = await startTestServer();
    await fillDirectory(server, staff);
    const key = 'news-karting';
    page = (await server.as('nadia').query(pages, { key })).pages[0].id;
    const answer = await server
      .as('karim.z')
      .query(add, { input: { subjectId: page, body: 'I drive.', idempotencyKey: crypto.randomUUID() } });
    comment = answer.addComment.comment.id;
  });

  after(() => server.close());

  async function offered(query: string, subject?: string, first?: number): Promise<string[]> {
    const { mentionablePeople } = await server.as('nadia').query(mentionable, { query, subject, first });
    return mentionablePeople.map(({ name }: { name: string }) => name);
  }

  it('are first those who write here, then the team, then the site, then the others, then titles', async () => {
    const expected = ['Karim Zaoui', 'Kara Report', 'Karl Mertens', 'Claire Karadec', 'Karine Dubois', 'Karen Abel'];

    assert.deepEqual(await offered('kar', page), expected);
    assert.deepEqual(await offered('kar', comment), expected);
    assert.deepEqual((await offered('kar', page, 20)).at(-1), 'Zoé Tisserand');
  });

  it('are the same without a discussion, where nobody writes', async () => {
    assert.equal((await offered('kar'))[0], 'Kara Report');
    assert.equal((await offered('kar', 'edit:x'))[0], 'Kara Report');
  });

  it('are those named in full before all others, and those whose name begins as typed before their like', async () => {
    assert.deepEqual((await offered('karen.a', page))[0], 'Karen Abel');
    assert.deepEqual(await offered('paul', page), ['Paul Weber', 'Jean-Paul Adam']);
  });

  it('are nobody where the text goes on after a name, nor those who have left', async () => {
    assert.deepEqual(await offered('karim is right', page), []);
    assert.ok(!(await offered('karel', page)).includes('Karel Parti'));
  });

  it('are refused in numbers that are no list', async () => {
    for (const first of [0, 21, -1]) {
      const { errors } = await server.as('nadia').send(mentionable, { query: 'kar', first });
      assert.equal(errors?.[0]?.extensions?.['code'], 'INVALID');
    }
  });
});
