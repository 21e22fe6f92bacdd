import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const news = toGlobalId('Page', 'news');

describe('operations', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_LOG_LEVEL: 'error' });
    await addPeople(server, { emma: { name: 'Emma' } });
  });
  after(() => server.close());

  it('are answered in their order when they come as a batch', async () => {
    const batch = [
      { query: '{ viewer { person { handle } } }' },
      {
        query: 'query Q($key: String!) { pages(keys: [$key]) { key } }',
        variables: { key: 'news' },
        operationName: 'Q',
      },
      { query: '{ nonsense }' },
    ];

    const response = await server.as('emma').post(batch);

    const [viewer, pages, nonsense] = await response.json();
    assert.equal(response.status, 200);
    assert.deepEqual(viewer.data.viewer.person, { handle: 'emma' });
    assert.deepEqual(pages.data.pages, [{ key: 'news' }]);
    assert.match(nonsense.errors[0].message, /nonsense/);
  });

  it('of a batch see what those before them wrote', async () => {
    const count = { query: '{ pages(keys: ["batch"]) { reactionCount } }' };
    const like = {
      query: `mutation { setReaction(input: {idempotencyKey: "batch-like", subjectId: "${toGlobalId('Page', 'batch')}", content: LIKE}) { subject { reactionCount } } }`,
    };

    const [before, written, afterwards] = await (await server.as('emma').post([count, like, count])).json();

    assert.equal(before.data.pages[0].reactionCount, 0);
    assert.equal(written.data.setReaction.subject.reactionCount, 1);
    assert.equal(afterwards.data.pages[0].reactionCount, 1);
  });

  it('answer the same compiled as they do step by step', async () => {
    const query = `query ($with: Boolean!) {
      ...Everything
      pages(keys: ["news", "https://intranet.example.org/a"]) { __typename ... on Node { id } key @include(if: $with) lockedAt reactionGroups { content totalCount } comments { totalCount nodes { id } pageInfo { hasNextPage startCursor } } }
      node(id: "${news}") { ... on Reactable { reactionCount } ... on Commentable { commentCount } }
    }
    fragment Everything on Query { settings { editWindow } viewer { role } }`;
    const answers: string[] = [];

    for (let run = 0; run < 4; run += 1)
      answers.push(JSON.stringify(await server.as('emma').send(query, { with: run % 2 === 0 })));

    assert.match(answers[0]!, /"reactionCount":/);
    assert.equal(answers[2], answers[0]);
    assert.equal(answers[3], answers[1]);
    assert.notEqual(answers[0], answers[1]);
  });

  it('refuse wrong variables compiled as they do step by step', async () => {
    const query = 'query Keys($keys: [String!]!) { pages(keys: $keys) { key } }';
    for (let run = 0; run < 4; run += 1) {
      const { data, errors } = await server.as('emma').send(query, { keys: [7] });

      assert.equal(data ?? null, null);
      assert.match(errors![0]!.message, /\$keys/);
      assert.equal(errors![0]!.extensions?.['code'] ?? null, null);
      await server.as('emma').query(query, { keys: ['news'] });
    }
  });

  it('say refusals of a query by their code, compiled or not', async () => {
    for (let run = 0; run < 3; run += 1) {
      const { errors } = await server.as('emma').send('{ node(id: "nonsense") { id } }');

      assert.deepEqual(errors![0]!.extensions, { code: 'INVALID' });
      assert.deepEqual(errors![0]!.path, ['node']);
    }
  });

  it('say refusals of a mutation as data', async () => {
    const payload = await server.signedOut.attempt(
      'setReaction',
      {
        subjectId: news,
        content: 'LIKE',
      },
      'subject { id }',
    );

    assert.equal(payload.subject, null);
    assert.equal(payload.userErrors[0].code, 'UNAUTHENTICATED');
  });

  it('mask what nobody expected, and log it with the number that they show', async () => {
    const { people } = server.app.services;
    const intact = people.search;
    people.search = () => Promise.reject(new Error('the password of the database is hunter2'));
    const answers = [];
    for (let run = 0; run < 3; run += 1)
      answers.push(await server.as('emma').post({ query: '{ people { totalCount } }' }));
    people.search = intact;

    for (const [index, response] of answers.entries()) {
      const text = await response.text();
      const requestId = response.headers.get('x-request-id')!;
      assert.doesNotMatch(text, /hunter2|stack/);
      assert.deepEqual(JSON.parse(text).errors[0].extensions, { code: 'INTERNAL_SERVER_ERROR', requestId });
      assert.match(JSON.parse(text).errors[0].message, new RegExp(requestId));
      assert.equal(server.logged[index]!['requestId'], requestId);
      assert.match(server.logged[index]!['err'].message, /hunter2/);
    }
    assert.equal(server.logged.length, 3);
  });

  it('are shown to developers in GraphiQL, which is not there in production', async () => {
    const production = await startTestServer({ NODE_ENV: 'production', PARVIS_AUTH: 'anonymous' });
    const page = (of: TestServer) => of.fetch('/graphql', { headers: { accept: 'text/html' } });

    assert.match(await (await page(server)).text(), /graphiql/i);
    assert.doesNotMatch(await (await page(production)).text(), /graphiql/i);
    await production.close();
  });
});
