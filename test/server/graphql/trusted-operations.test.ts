import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { widgetDocuments } from '../../../server/src/graphql/widget-documents.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { startTestServer } from '../../support/server/test-server.ts';

const own = {
  'menu.liked': 'query Liked($key: String!) { pages(keys: [$key]) { reactionCount } }',
  'menu.like':
    'mutation Like($input: SetReactionInput!) { setReaction(input: $input) { subject { reactionCount } userErrors { code } } }',
  schema: getIntrospectionQuery(),
};
const session = [...widgetDocuments].find(([, text]) => text.startsWith('query Session'))!;
const stream = [...widgetDocuments].find(([, text]) => text.startsWith('subscription'))!;

describe('a server that takes trusted operations alone', () => {
  let folder: string;
  let file: string;
  let intranet: Intranet;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-operations-'));
    file = join(folder, 'operations.json');
    await writeFile(file, JSON.stringify(own));
    intranet = await startIntranet({ PARVIS_OPERATIONS: 'trusted', PARVIS_OPERATIONS_FILES: file });
  });
  after(async () => {
    await intranet.close();
    await rm(folder, { recursive: true });
  });

  const post = (body: unknown, headers?: Record<string, string>) => intranet.adam.client.post(body, headers);
  const answer = async (body: unknown) => (await post(body)).json();
  const unknown = (errors: { message: string; extensions: { code: string } }[]) => {
    assert.equal(errors.length, 1);
    assert.equal(errors[0]!.extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
    assert.match(errors[0]!.message, /^This server takes only operations that it knows: /);
  };

  it('runs those of the widgets by their id, or by their very text', async () => {
    for (const body of [{ documentId: session[0] }, { query: session[1] }])
      assert.equal((await answer(body)).data.viewer.person.handle, 'adam');
  });

  it('opens the stream of the widgets, and no other', async () => {
    const accept = { accept: 'text/event-stream' };
    const variables = { topics: [] };
    const opened = await post({ documentId: stream[0], variables }, accept);
    const other = await post(
      { query: 'subscription ($topics: [ID!]!) { events(topics: $topics) { __typename } }', variables },
      accept,
    );

    assert.match(opened.headers.get('content-type')!, /^text\/event-stream/);
    await opened.body!.cancel();
    assert.equal(other.status, 400);
    unknown((await other.json()).errors);
  });

  it('runs what a company adds, by its id, reads and writes', async () => {
    const input = {
      idempotencyKey: 'a key of a program',
      subjectId: Buffer.from('Page:news').toString('base64url'),
      content: 'LIKE',
    };

    const liked = await answer({ documentId: 'menu.like', variables: { input } });
    const read = await answer([{ documentId: 'menu.liked', variables: { key: 'news' } }]);

    assert.deepEqual(liked.data.setReaction, { subject: { reactionCount: 1 }, userErrors: [] });
    assert.equal(read[0].data.pages[0].reactionCount, 1);
  });

  const others: Record<string, object> = {
    'another text': { query: '{ viewer { role } }' },
    'a text that differs by a space': { query: `${session[1]} ` },
    'a text and an id that is known': { query: '{ viewer { role } }', documentId: session[0] },
    'a write': {
      query:
        'mutation { setLocked(input: {idempotencyKey: "12345678", subjectId: "x", locked: true}) { userErrors { code } } }',
    },
    introspection: { query: '{ __schema { types { name } } }' },
    'the name of the type': { query: '{ __typename }' },
    'a text that is none': { query: '}{' },
    'an id that nobody knows': { documentId: 'nothing' },
    'an id of an object': { documentId: 'constructor' },
  };
  for (const [what, operation] of Object.entries(others))
    it(`answers the same to ${what}, alone and among others`, async () => {
      unknown((await answer(operation)).errors);
      const [one, other] = await answer([operation, { documentId: session[0] }]);
      unknown(one.errors);
      assert.equal(other.data.viewer.person.handle, 'adam');
    });

  it('answers the same to a GET', async () => {
    const response = await intranet.server.fetch(`/graphql?query=${encodeURIComponent('{ __typename }')}`);

    unknown((await response.json()).errors);
  });

  it('shows its schema to nobody, not even by what a company adds', async () => {
    const { data, errors } = await answer({ documentId: 'schema' });

    assert.equal(data, undefined);
    assert.equal(errors[0].extensions.code, 'FORBIDDEN');
  });

  it('has no GraphiQL', async () => {
    const page = await intranet.server.fetch('/graphql', { headers: { accept: 'text/html' } });

    assert.doesNotMatch(await page.text(), /graphiql/i);
  });

  it('does not start with a file that is none, or an operation that is wrong, and says which', async () => {
    for (const [content, reason] of [
      ['', /operations\.json cannot be read/],
      ['[]', /must be a JSON object/],
      ['{"a b":"{ __typename }"}', /"a b" .* needs an id/],
      ['{"a":1}', /"a" .* must be a text/],
      ['{"a":"{ nonsense }"}', /"a" of .* Cannot query field "nonsense"/],
      ['{"a":"}{"}', /"a" of .* Syntax Error/],
    ] as const) {
      const wrong = join(folder, 'wrong-operations.json');
      await writeFile(wrong, content);
      await assert.rejects(startTestServer({ PARVIS_OPERATIONS_FILES: wrong }), ({ message }: Error) => {
        assert.match(message, /^PARVIS_OPERATIONS_FILES: /);
        assert.match(message, reason);
        return true;
      });
    }
    await assert.rejects(startTestServer({ PARVIS_OPERATIONS_FILES: join(folder, 'nothing.json') }), /cannot be read/);
  });
});
