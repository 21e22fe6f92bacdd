import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildSchema } from 'graphql';
import { DocumentCache } from '../../../server/src/graphql/document-cache.ts';
import { Documents } from '../../../server/src/graphql/documents.ts';
import { widgetDocuments } from '../../../server/src/graphql/widget-documents.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const widget = 'query PageTitle\n{ pages(keys: ["news"]) { key } }';

describe('documents of the widgets', () => {
  const [documentId, query] = [...widgetDocuments].find(([, text]) => text.startsWith('query Session'))!;
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
    await addPeople(server, { emma: { name: 'Emma' } });
  });
  after(() => server.close());

  it('are asked for by their ids as by their texts, alone and with others', async () => {
    const emma = server.as('emma');
    const byText = await (await emma.post({ query })).json();

    assert.equal(byText.data.viewer.person.handle, 'emma');
    assert.deepEqual(await (await emma.post({ documentId })).json(), byText);
    assert.deepEqual(await (await emma.post([{ documentId }, { query, operationName: 'Session' }])).json(), [
      byText,
      byText,
    ]);
  });

  it('are asked for by an id that is theirs, each for itself', async () => {
    for (const body of [{ documentId: 'x' }, { documentId: '' }, { documentId: 1 }]) {
      const answer = await server.as('emma').post(body);

      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
    }
    const [known, unknown] = await (await server.as('emma').post([{ query }, { documentId: 'x' }])).json();
    assert.equal(known.data.viewer.person.handle, 'emma');
    assert.equal(unknown.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('documents that are remembered', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
    await addPeople(server, { emma: { name: 'Emma' } });
  });
  after(() => server.close());

  it('are not taken for others, wherever the name of an operation and its text are cut apart', async () => {
    for (let cut = 1; cut < widget.length; cut += 1) {
      for (const rest of [widget.slice(cut), widget.slice(cut + 1)])
        await (await server.signedOut.post({ operationName: widget.slice(0, cut), query: rest })).text();
    }
    for (const operationName of ['PageTitle', '', `9:PageTitle`, '-'])
      await (await server.signedOut.post({ operationName, query: `-:${widget}` })).text();

    const { data, errors } = await server.as('emma').send(widget);

    assert.equal(errors, undefined);
    assert.deepEqual(data, { pages: [{ key: 'news' }] });
  });

  it('are right again where a wrong one came before', async () => {
    const post = (operationName: string) =>
      server.signedOut.post({ operationName, query: 'query A { settings { editWindow } } query B { __typename }' });
    assert.ok((await (await post('C')).json()).errors);

    assert.deepEqual((await (await post('B')).json()).data, { __typename: 'Query' });
    assert.deepEqual((await (await post('A')).json()).data, { settings: { editWindow: 86_400 } });
  });
});

describe('the documents of a server', () => {
  it('keep those of the widgets for ever, with the name of their operation and without', () => {
    const text = '{ __typename }';
    const named = `query Own ${text}`;
    const schema = buildSchema('type Query { a: Int }');
    const documents = new Documents(schema, { tokens: 100, depth: 10, aliases: 10, cost: 100 }, new Set([named]));
    const sender = { key: 'ana', hints: true, parses: () => assert.fail('counts for nobody') };

    for (const name of [undefined, null, 'Own']) assert.ok(!Array.isArray(documents.prepare(named, name, sender)));

    assert.equal(documents.weight, 0);
  });
});

describe('the cache of documents', () => {
  it('keeps what somebody brought within their part, the latest of it', () => {
    const cache = new DocumentCache<string>(800);

    for (let number = 0; number < 30; number += 1) cache.set(`${number}`, 'value', 'mallory', 10);

    assert.equal(cache.weight, 100);
    assert.equal(cache.get('0', 'mallory'), undefined);
    assert.equal(cache.get('29', 'mallory'), 'value');
  });

  it('keeps what two have used, however many others bring more', () => {
    const cache = new DocumentCache<string>(800);
    cache.set('widget', 'value', 'ana', 10);
    cache.get('widget', 'bob');

    for (let stranger = 0; stranger < 1_000; stranger += 1) {
      for (let number = 0; number < 20; number += 1) cache.set(`${stranger} ${number}`, 'value', `${stranger}`, 10);
    }

    assert.equal(cache.get('widget', 'cleo'), 'value');
    assert.ok(cache.weight <= 800);
    assert.ok(cache.size <= 80);
  });

  it('keeps what is pinned, and nothing that is larger than a part', () => {
    const cache = new DocumentCache<string>(80);
    cache.pin('own', 'value');
    cache.set('large', 'value', 'ana', 11);
    for (let number = 0; number < 100; number += 1) {
      cache.set(`${number}`, 'value', 'ana', 10);
      cache.get(`${number}`, 'bob');
    }

    assert.equal(cache.get('own', 'ana'), 'value');
    assert.equal(cache.get('large', 'ana'), undefined);
    assert.equal(cache.weight, 40);
  });
});
