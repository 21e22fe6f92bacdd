import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aMinuteLater } from '../../support/server/minute-later.ts';
import { addPeople } from '../../support/server/test-people.ts';
import type { GraphQLCaller } from '../../support/graphql-caller.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('limits of a request', () => {
  let server: TestServer;
  let emma: GraphQLCaller;
  before(async () => {
    server = await startTestServer({ PARVIS_BODY_LIMIT: '80000', PARVIS_BATCH_LIMIT: '10' });
    await addPeople(server, { emma: { name: 'Emma' } });
    emma = server.as('emma');
  });
  after(() => server.close());

  const codeOf = async (query: string, variables: Record<string, unknown> = {}) =>
    (await emma.send(query, variables)).errors?.[0]?.extensions?.['code'];

  it('hold for its size', async () => {
    const response = await emma.post({ query: `{ settings { editWindow } } #${'x'.repeat(80_000)}` });

    assert.equal(response.status, 413);
  });

  it('leave room for the longest post in letters of three bytes', async () => {
    const url = `https://intranet.example.org/${'a'.repeat(1_500)}`;
    const input = { wallKey: 'company', body: '漢'.repeat(20_000), page: { title: '題'.repeat(300), url } };

    const { post, userErrors } = await emma.attempt('addPost', input, 'post { id }');

    assert.deepEqual(userErrors, []);
    assert.ok(post);
  });

  it('hold for the tokens of a document', async () => {
    assert.equal(await codeOf(`{ ${'__typename '.repeat(1_500)} }`), undefined);
    assert.equal(await codeOf(`{ ${'a '.repeat(5_000)} }`), 'LIMIT_EXCEEDED');
  });

  it('hold for its depth, through fragments too', async () => {
    const deep = (levels: number) => `${'manager { '.repeat(levels)} id ${'} '.repeat(levels)}`;

    assert.equal(await codeOf(`{ person(handle: "emma") { ${deep(17)} } }`), undefined);
    assert.equal(await codeOf(`{ person(handle: "emma") { ${deep(25)} } }`), 'LIMIT_EXCEEDED');
    const chain = Array.from(
      { length: 25 },
      (_, i) => `fragment F${i} on Person { manager { ${i === 24 ? 'id' : `...F${i + 1}`} } }`,
    );
    assert.equal(await codeOf(`{ person(handle: "emma") { ...F0 } } ${chain.join(' ')}`), 'LIMIT_EXCEEDED');
  });

  it('hold for its aliases', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: settings { editWindow }`).join(' ')} }`;

    assert.equal(await codeOf(aliases(50)), undefined);
    assert.equal(await codeOf(aliases(51)), 'LIMIT_EXCEEDED');
  });

  it('hold for the objects that lists within lists may answer', async () => {
    const nested =
      'query ($n: Int = 5) { people(first: $n) { nodes { reports(first: $n) { nodes { reports(first: $n) { nodes { id } } } } } } }';

    assert.equal(await codeOf(nested), undefined);
    assert.equal(await codeOf(nested, { n: 100 }), 'LIMIT_EXCEEDED');
    assert.equal(
      await codeOf(
        nested.replaceAll('$n }', '100 }').replaceAll('first: $n', 'first: 100').replace('($n: Int = 5)', ''),
      ),
      'LIMIT_EXCEEDED',
    );
  });

  it('count fragments that multiply each other, and do so quickly', async () => {
    const bombs = Array.from(
      { length: 40 },
      (_, i) => `fragment B${i} on Person { a: manager { ...B${i + 1} } b: manager { ...B${i + 1} } }`,
    );
    const start = performance.now();

    const code = await codeOf(`{ person(handle: "emma") { ...B0 } } ${bombs.join(' ')} fragment B40 on Person { id }`);

    assert.equal(code, 'LIMIT_EXCEEDED');
    assert.ok(performance.now() - start < 5_000);
  });

  it('hold for the operations of a batch, and for their cost together', async () => {
    const one = { query: '{ people(first: 60) { nodes { reports(first: 60) { nodes { id } } } } }' };

    assert.equal((await emma.post(Array.from({ length: 11 }, () => one))).status, 400);
    assert.equal((await emma.post([])).status, 400);
    const answers = await (await emma.post(Array.from({ length: 10 }, () => one))).json();
    assert.equal(answers[0].errors, undefined);
    assert.equal(answers[9].errors[0].extensions.code, 'LIMIT_EXCEEDED');
  });

  it('leave the introspection of tools alone', async () => {
    const { getIntrospectionQuery } = await import('graphql');

    assert.equal((await emma.send(getIntrospectionQuery())).errors, undefined);
  });
});

describe('the rate limit', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_RATE_LIMIT: '5' });
    await addPeople(server, { emma: { name: 'Emma' }, hugo: { name: 'Hugo' } });
  });
  after(() => server.close());

  const like = (alias: string, key: string) =>
    `${alias}: setReaction(input: {idempotencyKey: "${key.padEnd(8, '-')}", subjectId: "${Buffer.from('Page:news').toString('base64url')}", content: LIKE}) { userErrors { code } }`;
  const codes = (payloads: Record<string, { userErrors: { code: string }[] }>) =>
    Object.values(payloads).flatMap(({ userErrors }) => userErrors.map(({ code }) => code));

  it('counts each field, in aliases and in batches', async () => {
    const aliased = await server
      .as('emma')
      .query(`mutation { ${['a', 'b', 'c'].map((name) => like(name, `one-${name}`)).join(' ')} }`);
    const batch = await (
      await server
        .as('emma')
        .post(['d', 'e', 'f'].map((name) => ({ query: `mutation { ${like(name, `two-${name}`)} }` })))
    ).json();

    assert.deepEqual(codes(aliased), []);
    assert.deepEqual(
      batch.flatMap(({ data }: { data: Parameters<typeof codes>[0] }) => codes(data)),
      ['RATE_LIMITED'],
    );
  });

  it('counts for each person apart, and again after a minute', async () => {
    assert.deepEqual(codes(await server.as('hugo').query(`mutation { ${like('a', 'hugo')} }`)), []);
    assert.deepEqual(codes(await server.as('emma').query(`mutation { ${like('a', 'late')} }`)), ['RATE_LIMITED']);

    const later = await aMinuteLater(() => server.as('emma').query(`mutation { ${like('a', 'later')} }`));

    assert.deepEqual(codes(later), []);
  });
});
