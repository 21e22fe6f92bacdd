import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { aMinuteLater } from '../../support/server/minute-later.ts';
import { widgetDocuments } from '../../../server/src/graphql/widget-documents.ts';

const json = { 'content-type': 'application/json' };

describe('the limits of a minute', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet({
      PARVIS_RATE_LIMIT: '3',
      PARVIS_READ_LIMIT: '20',
      PARVIS_SEARCH_LIMIT: '3',
      PARVIS_PARSE_LIMIT: '4',
      PARVIS_ADDRESS_PEOPLE: '2',
      PARVIS_TRUSTED_PROXIES: '10.0.0.0/8',
    });
  });
  after(() => intranet.close());

  /** Asks as somebody who is signed out. */
  const ask = async (query: string, peer: string, forwarded?: string) => {
    const headers = { ...json, cookie: 'parvis_persona=nobody', ...(forwarded && { 'x-forwarded-for': forwarded }) };
    const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
    const answer = await (await intranet.server.fetch('/graphql', init, peer)).json();
    return (answer.errors?.[0].extensions?.code as string | undefined) ?? (answer.errors ? 'INVALID' : 'ok');
  };
  const times = async (count: number, work: (index: number) => Promise<string>) => {
    const codes: string[] = [];
    for (let index = 0; index < count; index += 1) codes.push(await work(index));
    return codes;
  };
  const search = '{ people(query: "ana") { totalCount } }';

  it('hold for searches, by person and by address, and are over after it', async () => {
    await intranet.ana.client.query(search);
    const ana = await times(
      3,
      async () => (await intranet.ana.client.send(search)).errors?.[0]?.extensions?.['code'] ?? 'ok',
    );
    const site = await times(7, () => ask(search, '203.0.113.1'));
    const other = await ask(search, '203.0.113.2');

    assert.deepEqual(ana, ['ok', 'ok', 'RATE_LIMITED']);
    assert.deepEqual(site, [...Array(6).fill('ok'), 'RATE_LIMITED']);
    assert.equal(other, 'ok');
    assert.equal(await aMinuteLater(() => ask(search, '203.0.113.1')), 'ok');
  });

  it('hold for each field that is read, by its own name, in fragments and in batches', async () => {
    const fields =
      'a: viewer { role } ...More } fragment More on Query { b: viewer { role } ... { c: viewer { role } }';
    const codesOf = async (body: object) => {
      const answers = [await (await intranet.bob.client.post(body)).json()].flat();
      return answers.map(({ errors }) => errors?.[0].extensions.code ?? 'ok');
    };

    for (let turn = 0; turn < 5; turn += 1) assert.deepEqual(await codesOf({ query: `{ ${fields} }` }), ['ok']);
    const batch = await codesOf(Array.from({ length: 6 }, () => ({ query: '{ viewer { role } }' })));

    assert.deepEqual(batch, [...Array(5).fill('ok'), 'RATE_LIMITED']);
    assert.deepEqual(await codesOf({ query: '{ settings { editWindow } }' }), ['ok']);
    intranet.server.clock.advance(60_000);
    assert.deepEqual(await codesOf({ query: '{ viewer { role } }' }), ['ok']);
  });

  it('hold for event streams that are opened', async () => {
    const query = 'subscription ($topics: [ID!]!) { events(topics: $topics) { __typename } }';
    const open = async () => {
      const headers = { ...json, accept: 'text/event-stream', cookie: 'parvis_persona=nobody' };
      const body = JSON.stringify({ query, variables: { topics: [] } });
      const answer = await intranet.server.fetch('/graphql', { method: 'POST', headers, body }, '203.0.113.20');
      await answer.body?.cancel();
      return answer.status;
    };

    const codes = await Promise.all(Array.from({ length: 41 }, open));

    assert.deepEqual([codes.filter((status) => status === 200).length, codes.at(-1)], [40, 400]);
  });

  it('say in how many seconds to try again', async () => {
    const like = async () => {
      const { id } = await intranet.cleo.page('news');
      const input = { idempotencyKey: crypto.randomUUID(), subjectId: id, content: 'LIKE' };
      const query =
        'mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { code message retryAfter } } }';
      return intranet.cleo.client.post({ query, variables: { input } });
    };
    for (let turn = 0; turn < 3; turn += 1) assert.equal((await like()).headers.get('retry-after'), null);

    const refused = await like();
    const { data } = await refused.json();
    const [error] = data.setReaction.userErrors;
    const accept = 'application/graphql-response+json';
    const read = await intranet.cleo.client.post(
      { query: `{ ${'s: settings { editWindow } '.repeat(21)} }` },
      { accept },
    );
    const { errors } = await read.json();

    assert.equal(error.code, 'RATE_LIMITED');
    assert.ok(error.retryAfter > 50 && error.retryAfter <= 60);
    assert.equal(error.message, `That was too much in too short a time. Try again in ${error.retryAfter} seconds.`);
    assert.equal(refused.headers.get('retry-after'), String(error.retryAfter));
    assert.equal(read.status, 429);
    assert.equal(read.headers.get('retry-after'), String(errors[0].extensions.retryAfter));
  });

  it('count whom a text may mention as a search of the directory', async () => {
    const mention = '{ mentionablePeople(query: "ana") { handle } }';

    const turns = await times(7, (index) => ask(index % 2 === 0 ? mention : search, '203.0.113.7'));

    assert.deepEqual(turns, [...Array(6).fill('ok'), 'RATE_LIMITED']);
    assert.equal(await ask(search, '203.0.113.7'), 'RATE_LIMITED');
    assert.equal(await ask(mention, '203.0.113.8'), 'ok');
  });

  it('hold for documents that are wrong or new, and not for those that are known', async () => {
    const wrong = await times(9, (index) => ask(`{ nonsense${index} }`, '203.0.113.3'));
    const again = await times(20, () => ask(search.replace('"ana"', '"bo"'), '203.0.113.4'));

    assert.deepEqual(wrong, [...Array(8).fill('INVALID'), 'RATE_LIMITED']);
    assert.ok(again.slice(0, 6).every((code) => code === 'ok'));
    assert.equal(await ask(search, '203.0.113.3'), 'ok', 'known from others');
    const own = [...widgetDocuments.values()].filter((text) => text.startsWith('query'));
    for (const query of own) assert.notEqual(await ask(query, '203.0.113.3'), 'RATE_LIMITED', query);
  });

  it('count a document of a batch once', async () => {
    const batch = Array.from({ length: 8 }, (_, index) => ({ query: `{ batched${index} }` }));
    const headers = { ...json, cookie: 'parvis_persona=nobody' };
    const init = { method: 'POST', headers, body: JSON.stringify(batch) };
    const answers: { errors: { extensions?: { code?: string } }[] }[] = await (
      await intranet.server.fetch('/graphql', init, '203.0.113.9')
    ).json();

    assert.deepEqual(
      answers.map(({ errors }) => errors[0]!.extensions?.code),
      Array(8).fill(undefined),
    );
    assert.equal(await ask('{ another }', '203.0.113.9'), 'RATE_LIMITED');
  });

  it('count a long document for several', async () => {
    const long = (index: number) => `{ ${'__typename '.repeat(1_990)} a${index}: __typename }`;

    const codes = await times(3, (index) => ask(long(index), '203.0.113.5'));

    assert.deepEqual(
      codes.map((code) => code === 'RATE_LIMITED'),
      [false, false, true],
    );
  });

  it('tell apart whom a trusted proxy speaks for, and believe nobody else', async () => {
    const wrong = (index: number) => `{ wrong${index} }`;
    const throughProxy = await times(12, (index) => ask(wrong(index), '10.0.0.1', `198.51.100.${index}`));
    const madeUp = await times(9, (index) => ask(wrong(index), '203.0.113.6', `198.51.100.${index}`));

    assert.ok(throughProxy.every((code) => code === 'INVALID'));
    assert.equal(madeUp.at(-1), 'RATE_LIMITED');
  });
});
