import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { Metrics } from '../../../server/src/metrics/metrics.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { readMetrics } from '../../support/server/metrics.ts';
import type { GraphQLCaller } from '../../support/graphql-caller.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

/** Of no comment. */
const commentId = toGlobalId('Comment', newId());

describe('the metrics', () => {
  let server: TestServer;
  let emma: GraphQLCaller;
  before(async () => {
    server = await startTestServer({ PARVIS_RATE_LIMIT: '3' });
    server.app.start();
    await addPeople(server, { emma: { name: 'Emma' } });
    emma = server.as('emma');
  });
  after(() => server.close());

  /** By how much each sample grew while something was done. */
  const growth = async (act: () => Promise<unknown>) => {
    const earlier = await readMetrics(server);
    await act();
    const later = await readMetrics(server);
    return (sample: string) => (later[sample] ?? 0) - (earlier[sample] ?? 0);
  };

  it('count and time operations by their name and how they ended', async () => {
    const grew = await growth(async () => {
      await emma.send('query Times { settings { editWindow } }');
      await emma.send('query Times { settings { editWindow } }');
      await emma.send('{ settings { editWindow } }');
      await emma.send('query Times { nothing }');
      await emma.send('query Page($id: ID!) { node(id: $id) { id } }');
    });

    assert.equal(grew('parvis_operations_total{operation="Times",outcome="ok"}'), 2);
    assert.equal(grew('parvis_operations_total{operation="anonymous",outcome="ok"}'), 1);
    assert.equal(grew('parvis_operations_total{operation="invalid",outcome="invalid"}'), 1);
    assert.equal(grew('parvis_operations_total{operation="other",outcome="invalid"}'), 1);
    assert.equal(grew('parvis_operation_duration_seconds_count{operation="Times"}'), 2);
    assert.equal(grew('parvis_operation_duration_seconds_bucket{le="+Inf",operation="Times"}'), 2);
    assert.ok(grew('parvis_operation_duration_seconds_sum{operation="Times"}') > 0);
  });

  it('count each operation of a batch, and the request once', async () => {
    const operation = { query: 'query InBatch { settings { editWindow } }' };

    const grew = await growth(() => emma.post([operation, operation, operation]));

    assert.equal(grew('parvis_operations_total{operation="InBatch",outcome="ok"}'), 3);
    assert.equal(grew('parvis_http_requests_total{route="graphql",status="200"}'), 1);
  });

  it('tell what was refused from what failed, and count what came too often', async () => {
    const edit = `mutation Edit($key: String!, $id: ID!) {
      updateComment(input: { idempotencyKey: $key, commentId: $id, body: "x" }) { userErrors { code } }
    }`;

    const grew = await growth(async () => {
      for (let turn = 0; turn < 5; turn += 1) await emma.send(edit, { key: newId(), id: commentId });
    });

    assert.equal(grew('parvis_operations_total{operation="Edit",outcome="refused"}'), 5);
    assert.equal(grew('parvis_rate_limit_refusals_total'), 2);
  });

  it('say that something broke here', async () => {
    const broken = await startTestServer();
    await addPeople(broken, { emma: { name: 'Emma' } });
    await sql`drop table comment`.execute(broken.app.database.db);

    await broken.as('emma').send('query Broken($id: ID!) { node(id: $id) { id } }', { id: commentId });

    const metrics = await readMetrics(broken);
    assert.equal(metrics['parvis_operations_total{operation="Broken",outcome="failed"}'], 1);
    await broken.close();
  });

  it('keep the first hundred names of valid operations, whatever clients send', async () => {
    const other = await startTestServer({ PARVIS_ANONYMOUS: 'read' });
    for (let name = 0; name < 130; name += 1)
      await other.signedOut.send(`query Name${name} { settings { editWindow } }`);

    const metrics = await readMetrics(other);

    const names = Object.keys(metrics).filter((sample) => sample.startsWith('parvis_operations_total{'));
    assert.equal(names.length, 101);
    assert.equal(metrics['parvis_operations_total{operation="Name99",outcome="ok"}'], 1);
    assert.equal(metrics['parvis_operations_total{operation="other",outcome="ok"}'], 30);
    await other.close();
  });

  it('count requests by a few routes, whatever paths people try', async () => {
    const grew = await growth(async () => {
      for (const path of ['/nowhere', '/wp-login.php', '/%', '/parvis.js.bak']) await server.fetch(path);
      await server.fetch('/healthz');
    });

    assert.equal(grew('parvis_http_requests_total{route="files",status="404"}'), 4);
    assert.equal(grew('parvis_http_request_duration_seconds_count{route="files"}'), 4);
    // The reading itself is counted once it is answered: the first of two.
    assert.equal(grew('parvis_http_requests_total{route="probes",status="200"}'), 2);
  });

  it('time transactions, stored and undone', async () => {
    const { database } = server.app;

    const grew = await growth(async () => {
      await database.transaction((trx) => sql`select 1`.execute(trx));
      await assert.rejects(database.transaction(() => Promise.reject(new Error('no'))));
    });

    assert.equal(grew('parvis_transaction_duration_seconds_count{outcome="committed"}'), 1);
    assert.equal(grew('parvis_transaction_duration_seconds_count{outcome="rolled_back"}'), 1);
  });

  it('count the connections to the database', async () => {
    await sql`select 1`.execute(server.app.database.db);

    const metrics = await readMetrics(server);

    assert.ok(metrics['parvis_database_connections']! >= 1);
    assert.ok(metrics['parvis_database_connections_idle']! <= metrics['parvis_database_connections']!);
    assert.equal(metrics['parvis_database_waiting'], 0);
  });

  it('count event streams, and what goes through them', async () => {
    const page = toGlobalId('Page', 'measured');
    const grew = await growth(async () => {
      const response = await emma.post(
        {
          query: 'subscription ($topics: [ID!]!) { events(topics: $topics) { __typename } }',
          variables: { topics: [page] },
        },
        { accept: 'text/event-stream' },
      );
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      assert.match((await reader.read()).value!, /Subscribed/);
      assert.equal((await readMetrics(server))['parvis_streams_open'], 1);
      await emma.attempt('addComment', { subjectId: page, body: 'Hello' }, 'comment { id }');
      for (let text = ''; !text.includes('CommentAdded');) text += (await reader.read()).value!;
      await reader.cancel();
    });

    assert.equal(grew('parvis_streams_open'), 0);
    assert.equal(grew('parvis_events_delivered_total'), 1);
    assert.equal(grew('parvis_event_lag_seconds_count'), 1);
    assert.equal(grew('parvis_outbox_waiting'), 0);
  });

  it('tell of the process and of what runs', async () => {
    const metrics = await readMetrics(server);

    assert.ok(metrics['process_cpu_seconds_total']! > 0);
    assert.ok(metrics['nodejs_heap_size_used_bytes']! > 1_000_000);
    assert.ok('nodejs_eventloop_lag_p99_seconds' in metrics);
    assert.equal(metrics[`parvis_build_info{version="0.1.0",node="${process.version}"}`], 1);
  });

  it('are those of one server, not of its process', async () => {
    const other = await startTestServer();
    await server.as('emma').send('query OnlyHere { settings { editWindow } }');

    assert.ok(!('parvis_operations_total{operation="OnlyHere",outcome="ok"}' in (await readMetrics(other))));
    await other.close();
  });

  it('leave out what cannot be read, and show the rest', async () => {
    const metrics = new Metrics();
    const figure = (name: string, read: () => number | Promise<number>) =>
      metrics.add({ name, help: 'A number.', type: 'gauge', read });
    figure('parvis_good', () => 7);
    figure('parvis_broken', () => Promise.reject(new Error('away')));
    figure('parvis_stuck', () => new Promise(() => {}));

    const text = await metrics.text();

    assert.match(text, /^parvis_good 7$/m);
    assert.doesNotMatch(text, /^parvis_(broken|stuck) /m);
  });
});
