import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startIntranet, type Intranet } from '../../support/server/intranet.ts';
import { startTestServer } from '../../support/server/test-server.ts';

const json = { 'content-type': 'application/json' };
const valid = JSON.stringify({ query: '{ settings { editWindow } }' });
const nested = (open: string, close: string, levels: number, inside = '') =>
  open.repeat(levels) + inside + close.repeat(levels);

interface HostileRequest {
  name: string;
  init: RequestInit;
  search?: string;
}

const post = (name: string, body: unknown, headers: Record<string, string> = json): HostileRequest => ({
  name,
  init: { method: 'POST', headers, body: (typeof body === 'string' ? body : JSON.stringify(body)) as string },
});
const query = (name: string, text: string, variables?: unknown) => post(name, { query: text, variables });
const bytes = (name: string, body: Uint8Array, headers: Record<string, string> = json): HostileRequest => ({
  name,
  init: { method: 'POST', headers, body: body as Uint8Array<ArrayBuffer> },
});

/** Each is at fault itself: none may end the process, be the server's fault, or be answered with data. */
const atFault: HostileRequest[] = [
  query('1,900 nested lists', `{ nodes(ids: ${nested('[', ']', 1_900)}) { id } }`),
  query('1,900 nested objects', `{ people(filters: ${nested('{a:', '}', 950, '1')}) { totalCount } }`),
  query('1,300 nested selections', `{ ${nested('a {', '}', 1_300, 'b')} }`),
  query('1,300 nested inline fragments', `{ ${nested('... {', '}', 1_300, 'a')} }`),
  query('a variable of 1,900 lists', `query ($a: ${nested('[', ']', 1_900, 'Int')}) { settings { editWindow } }`),
  query('a default of 1,900 lists', `query ($a: Int = ${nested('[', ']', 1_900)}) { settings { editWindow } }`),
  query('a directive with 1,900 lists', `{ settings @include(if: ${nested('[', ']', 1_900)}) { editWindow } }`),
  query('fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  query('two operations and no name', 'query A { settings { editWindow } } query B { settings { editWindow } }'),
  query('definitions of types', 'type A { a: Int } { settings { editWindow } }'),
  query('nothing but a fragment', 'fragment A on Query { settings { editWindow } }'),
  query('nothing', ''),
  query('nothing but a comment', '# {'),
  query('a text without an end', '{ person(handle: "'),
  query('a block text without an end', '{ person(handle: """'),
  query('a number without digits', '{ people(first: 1e) { totalCount } }'),
  query('a number that is too large', '{ people(first: 99999999999999999999) { totalCount } }'),
  query('a NUL', '{ settings\u0000 { editWindow } }'),
  query('half a surrogate pair', '{ settings \ud800 { editWindow } }'),
  query('an escape of half a pair', '{ person(handle: "\\ud800") { id } }'),
  query('an alias of 500 characters', `{ ${'a'.repeat(500)}: settings { editWindow } }`),
  query('a name of 70,000 characters', `{ ${'a'.repeat(70_000)} }`),
  query('a comment of 70,000 characters', `# ${'a'.repeat(70_000)}\n{ settings { editWindow } }`),
  query('a subscription', 'subscription { events(topics: []) { cursor } }'),
  query('variables of another type', 'query ($a: Int) { people(first: $a) { totalCount } }', { a: {} }),
  query('variables that are nested 100 deep', '{ settings { editWindow } }', {
    a: JSON.parse(nested('[', ']', 100)) as unknown,
  }),
  post('JSON nested 100,000 deep', nested('[', ']', 100_000)),
  post('JSON objects nested 20,000 deep', nested('{"a":', '}', 20_000, '1')),
  post('half of 100,000 nested lists', '['.repeat(100_000)),
  post('no JSON', 'query'),
  post('an empty body', ''),
  post('spaces', '   '),
  post('a byte order mark', `\ufeff${valid}`),
  post('two values', `${valid}${valid}`),
  ...['null', 'true', '1', '"query"', '{}', '[]', '[[]]', '[null]', '[1]', `[[${valid}]]`, `[${valid},null]`].map(
    (body) => post(`JSON that is ${body.slice(0, 30)}`, body),
  ),
  post('an object with numbers as keys', { 0: { query: '{ a }' } }),
  post('a query that is a list', { query: ['{ settings { editWindow } }'] }),
  post('a query that is an object', { query: { toString: 1 } }),
  ...[1, true, ['{ a }'], { a: 1 }].map((text) =>
    post(`a batch with the query ${JSON.stringify(text)}`, [{ query: text }, { query: '{ a }' }]),
  ),
  post('variables that are a list', { query: '{ settings { editWindow } }', variables: [] }),
  post('variables that are a text', { query: '{ settings { editWindow } }', variables: '{}' }),
  post('a name that is a number', { query: '{ settings { editWindow } }', operationName: 1 }),
  post('a name that is not there', { query: '{ settings { editWindow } }', operationName: '__proto__' }),
  post('extensions that are a list', { query: '{ settings { editWindow } }', extensions: [] }),
  post('a prototype', '{"__proto__":{"query":"{ settings { editWindow } }"}}'),
  post('600 operations', Array(600).fill({ query: '{ a }' })),
  post('another type', valid, { 'content-type': 'text/plain' }),
  post('no type', valid, { 'content-type': '' }),
  post('a type of GraphQL', '{ settings { editWindow } }', { 'content-type': 'application/graphql' }),
  post('a form', 'query={settings{editWindow}}', { 'content-type': 'application/x-www-form-urlencoded' }),
  post('another charset', valid, { 'content-type': 'application/json; charset=utf-16' }),
  post('a type with another in it', valid, { 'content-type': 'text/plain; application/json' }),
  post('a compressed body', valid, { ...json, 'content-encoding': 'gzip' }),
  post('an answer that is a picture', valid, { ...json, accept: 'image/png' }),
  bytes('UTF-16', new Uint8Array(Buffer.from(valid, 'utf16le'))),
  bytes('Latin-1', new Uint8Array(Buffer.from('{"query":"{ person(handle: \\"é\\") { id } }"}', 'latin1'))),
  bytes('overlong UTF-8', new Uint8Array([...Buffer.from('{"query":"'), 0xc0, 0x80, ...Buffer.from('"}')])),
  bytes('more than a request may have', new Uint8Array(400_000).fill(0x20)),
  { name: 'GET without a query', init: {} },
  { name: 'GET of a mutation', init: {}, search: '?query=mutation{setPinned(input:{}){post{id}}}' },
  { name: 'GET of what is no query', init: {}, search: '?query=%' },
  { name: 'GET that ends like a health check', init: {}, search: '?query={a}&name=/health' },
  { name: 'GET with wrong variables', init: {}, search: '?query={settings{editWindow}}&variables=[' },
  { name: 'GET with deep variables', init: {}, search: `?query={a}&variables=${nested('[', ']', 3_000)}` },
  { name: 'GET with extensions', init: {}, search: '?query={a}&extensions={"persistedQuery":1}' },
  ...['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH', 'QUERY', 'X-GET', 'get2'].map((method) => ({
    name: method,
    init: { method, body: valid, headers: json },
  })),
];

describe('a request that is at fault itself', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  const send = ({ init, search = '' }: HostileRequest) => intranet.server.fetch(`/graphql${search}`, init);

  for (const request of atFault) {
    it(`is told so, and kept by nobody: ${request.name}`, async () => {
      const response = await send(request);

      const text = await response.text();
      const answer = text.startsWith('{') ? (JSON.parse(text) as { errors?: unknown[]; data?: unknown }) : null;
      assert.ok(response.status < 500, `${response.status} ${text.slice(0, 200)}`);
      assert.ok(response.status >= 400 || answer?.errors, `${response.status} ${text.slice(0, 200)}`);
      assert.equal(answer?.data ?? null, null);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.ok(text.length < 20_000, `${text.length} characters`);
      assert.doesNotMatch(text, /originalError|SyntaxError|"stack"|"http"|unexpected"/);
    });
  }

  it('is not logged as the server’s', () => assert.deepEqual(intranet.server.logged, []));

  it('costs the others nothing: they are answered after all this', async () => {
    const { data } = await intranet.ana.client.send('{ settings { editWindow } }');

    assert.deepEqual(data, { settings: { editWindow: 86_400 } });
  });
});

describe('an answer of the API', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  const good = encodeURIComponent('{ viewer { person { handle } } }');
  const stream = JSON.stringify({ query: 'subscription { events(topics: []) { cursor } }' });
  for (const [name, path, init] of [
    ['by GET', `/graphql?query=${good}`, {}],
    ['by HEAD', `/graphql?query=${good}`, { method: 'HEAD' }],
    ['by POST', '/graphql', { method: 'POST', headers: json, body: valid }],
    ['to a batch', '/graphql', { method: 'POST', headers: json, body: `[${valid}]` }],
    ['that is GraphiQL', '/graphql', { headers: { accept: 'text/html' } }],
    ['that is a preflight', '/graphql', { method: 'OPTIONS', headers: { origin: 'https://intranet.example.org' } }],
    ['to a foreign page', '/graphql', { method: 'POST', headers: { ...json, origin: 'https://evil.example' } }],
    [
      'that is a stream',
      '/graphql',
      { method: 'POST', headers: { ...json, accept: 'text/event-stream' }, body: stream },
    ],
    ['of no such page', '/graphql/', {}],
    ['of no such file', '/nothing', {}],
    ['about its health', '/healthz', {}],
    ['about its readiness', '/readyz', {}],
  ] satisfies [string, string, RequestInit][]) {
    it(`${name} is kept by no cache, and taken for nothing else`, async () => {
      const response = await intranet.server.fetch(path, init);

      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      await response.body?.cancel();
    });
  }
});

describe('the methods of the API', () => {
  it('are those that it says to take', async () => {
    const intranet = await startIntranet();
    const query = `?query=${encodeURIComponent('{ settings { editWindow } }')}`;
    const ask = (method: string) =>
      intranet.server.fetch(
        `/graphql${query}`,
        method === 'POST' ? { method, headers: json, body: valid } : { method },
      );

    const allowed = (await ask('PUT')).headers.get('allow')!.split(', ');

    for (const method of allowed) assert.ok((await ask(method)).ok, method);
    await intranet.close();
  });
});

describe('the type of a body', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  for (const type of ['APPLICATION/JSON', 'application/json ; charset=UTF-8', 'Application/Json;charset="utf-8"'])
    it(`may be written ${type}`, async () => {
      const headers = { 'content-type': type };

      const response = await intranet.server.fetch('/graphql', { method: 'POST', headers, body: valid });

      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), { data: { settings: { editWindow: 86_400 } } });
    });

  for (const accept of ['text/*', 'multipart/mixed', 'multipart/*;q=0.5', 'text/event-stream;q=0'])
    it(`of an answer is none but JSON: ${accept}`, async () => {
      const headers = { ...json, accept };

      const response = await intranet.server.fetch('/graphql', { method: 'POST', headers, body: valid });

      assert.equal(response.status, 406);
      assert.equal(await response.text(), '');
    });
});

describe('the schema', () => {
  const introspection = { query: '{ __schema { types { name } } __type(name: "Person") { name } }' };
  const misspelt = { query: '{ setings { editWindow } person(handel: "a") { nme } }' };
  const wrongEnum = {
    query: 'query ($o: CommentOrder) { pages(keys: ["a"]) { comments(order: $o) { totalCount } } }',
    variables: { o: 'OLDES' },
  };
  const inProduction = { NODE_ENV: 'production', PARVIS_AUTH: 'anonymous', PARVIS_ANONYMOUS: 'read' };

  it('is not shown to strangers in production, not even by what a wrong name is near to', async () => {
    const server = await startTestServer(inProduction);

    for (const body of [introspection, misspelt, wrongEnum]) {
      for (let time = 0; time < 3; time += 1) {
        const answer = await (await server.signedOut.post(body)).json();
        assert.ok(answer.errors.length > 0);
        assert.doesNotMatch(JSON.stringify(answer), /did you mean|"Person"|OLDEST/i);
        assert.equal(answer.data ?? null, null);
      }
    }
    assert.deepEqual((await server.signedOut.send('{ __typename settings { __typename } }')).errors, undefined);
    await server.close();
  });

  it('is shown to developers and to those who are signed in', async () => {
    const server = await startTestServer();

    assert.equal((await (await server.signedOut.post(introspection)).json()).errors, undefined);
    assert.match(await (await server.signedOut.post(misspelt)).text(), /Did you mean/);
    await server.close();
  });
});
