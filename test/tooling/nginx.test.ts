import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId, toGlobalId } from '../../server/src/platform/ids.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { freePort } from '../support/services/free-port.ts';
import { findNginx, nginxMissing, startNginx } from '../support/services/nginx.ts';
import type { Service } from '../support/services/service.ts';

const program = await findNginx();
const skip = await nginxMissing();
/** Longer than anything takes that is not held back. */
const timeout = 60_000;

describe('nginx with our example before two nodes, of which one is away', { skip }, () => {
  let parvis: ParvisProcess;
  let nginx: Service;
  const page = 'https://intranet.example.org/news';

  before(async () => {
    parvis = await startParvis({
      people: 150,
      settings: {
        PARVIS_AUTH: 'proxy,demo',
        PARVIS_TRUSTED_PROXIES: '127.0.0.1',
        PARVIS_DEMO_PERSONA: 'nadia.benali',
        PARVIS_ORIGINS: 'https://intranet.example.org',
        PARVIS_METRICS_LOCAL: 'true',
      },
    });
    nginx = await startNginx(program!, [new URL(parvis.address).host, `127.0.0.1:${await freePort()}`]);
  });
  after(async () => {
    await nginx.stop();
    await parvis.stop();
  });

  const post = (query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    fetch(`${nginx.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(timeout),
    });
  const comment = async (body: string) => {
    const mutation = `mutation ($key: String!, $id: ID!, $body: String!) {
      addComment(input: { idempotencyKey: $key, subjectId: $id, body: $body }) { comment { id } userErrors { message } }
    }`;
    const response = await post(mutation, { key: newId(), id: toGlobalId('Page', page), body });
    return (await response.json()) as { data: { addComment: { comment: { id: string } } } };
  };

  it('lets the first byte and each event of a stream through at once', async () => {
    const subscription = `subscription ($topics: [ID!]!) {
      events(topics: $topics) { __typename cursor ... on CommentAdded { comment { id } } }
    }`;
    const response = await post(
      subscription,
      { topics: [toGlobalId('Page', page)] },
      { accept: 'text/event-stream', 'accept-encoding': 'gzip, br' },
    );
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    // The stream stays open: what is held back until it ends never comes.
    const read = async (until: RegExp) => {
      let text = '';
      while (!until.test(text)) {
        const { value, done } = await reader.read();
        assert.ok(!done, `the stream ended after ${text}`);
        text += value;
      }
      return text;
    };
    await read(/"__typename":"Subscribed"/);

    for (const turn of [1, 2, 3]) {
      const { data } = await comment(`Number ${turn}`);

      const frame = await read(/CommentAdded[\s\S]*\n\n/);
      assert.ok(frame.includes(data.addComment.comment.id), frame);
    }
    await reader.cancel();
  });

  it('answers everything while one node is away, writes too', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      assert.ok((await comment(`While one is away ${turn}`)).data.addComment.comment.id);
    }
  });

  it('takes nobody’s word for who they are', async () => {
    const response = await post(
      '{ viewer { person { handle } } }',
      {},
      { 'x-remote-user': 'paul.lefevre', 'x-remote-name': 'Paul', 'x-remote-email': 'paul@example.org' },
    );

    const { data } = (await response.json()) as { data: { viewer: { person: { handle: string } } } };
    assert.equal(data.viewer.person.handle, 'nadia.benali');
  });

  it('shows the metrics to nobody, though it is of the same machine as the node', async () => {
    assert.equal((await fetch(`${parvis.address}/metrics`)).status, 200);
    assert.equal((await fetch(`${nginx.url}/metrics`)).status, 404);
    assert.equal((await fetch(`${nginx.url}/%6detrics`)).status, 404);
    assert.equal((await fetch(`${nginx.url}//metrics`)).status, 404);
  });

  it('compresses answers, and logs the id that Parvis gave them', async () => {
    const response = await post('{ __schema { types { name description } } }', {}, { 'accept-encoding': 'gzip' });

    assert.equal(response.headers.get('content-encoding'), 'gzip');
    await response.text();
    const id = response.headers.get('x-request-id')!;
    while (!nginx.log.includes(id)) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('tells the page of a listed origin that it may read, and others that they may not', async () => {
    const query = '{ settings { editWindow } }';

    assert.equal((await post(query, {}, { origin: 'https://intranet.example.org' })).status, 200);
    assert.equal((await post(query, {}, { origin: nginx.url })).status, 200);
    assert.equal((await post(query, {}, { origin: 'https://evil.example' })).status, 403);
  });
});
