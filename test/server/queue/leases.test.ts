import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inTime } from '../../../server/src/platform/in-time.ts';
import type { JobHandler } from '../../../server/src/queue/job.ts';
import { leaseTime } from '../../../server/src/queue/job-queue.ts';
import { TestNode } from '../../support/server/test-node.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';

type Run = JobHandler<{ text: string }>['run'];

describe('the lease of a job', () => {
  let server: TestServer;
  let nodes: TestNode[];
  let done: string[];
  beforeEach(async () => {
    server = await startTestServer();
    nodes = [];
    done = [];
  });
  afterEach(async () => {
    for (const { worker } of nodes) await worker.stop(0);
    await server.close();
  });

  const nodeThat = (run: Run) => {
    const node = new TestNode(server.app.database, server.clock, { handlers: { testNote: { run } } });
    nodes.push(node);
    return node;
  };
  const rows = () => server.app.database.db.selectFrom('job').selectAll().execute();
  const theRow = async () => (await rows())[0]!;
  /** The effect of a job: a row that nothing keeps from being there twice but the end of the job. */
  const write = (key: string, finish: Parameters<Run>[0]['finish'] | null, fail = false) =>
    server.app.database.transaction(async (trx) => {
      const row = { viewer_id: key, key: `${Math.random()}`, fingerprint: '', result: '', created_at: 1 };
      await trx.insertInto('idempotency').values(row).execute();
      await finish?.(trx);
      if (fail) throw new Error('after the write');
    });
  const effects = async () =>
    (await server.app.database.db.selectFrom('idempotency').select('viewer_id').execute()).map((row) => row.viewer_id);
  const gated = () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    return { open, gate };
  };

  it('ends with the process that had it: another one does the job, within ten seconds', async () => {
    assert.ok(leaseTime <= 8_000);
    const dead = nodeThat(() => new Promise(() => {}));
    await dead.add('left');
    assert.equal((await dead.queue.claim('testNote', 1)).length, 1);
    nodeThat(async ({ payload, attempt }) => void done.push(`${payload.text} ${attempt}`)).worker.start();

    server.clock.advance(leaseTime - 1);
    assert.deepEqual(await dead.queue.dueKinds(['testNote']), []);
    server.clock.advance(1);

    await until(() => done.length === 1);
    assert.deepEqual(done, ['left 2']);
  });

  it('is renewed as long as the job runs', async () => {
    const { open, gate } = gated();
    const node = nodeThat(async ({ payload }) => {
      await gate;
      done.push(payload.text);
    });
    await node.add('long');
    node.worker.start();
    await until(async () => (await theRow()).owner !== '');
    const other = nodeThat(async () => void done.push('stolen'));
    other.worker.start();

    for (let step = 0; step < 5; step += 1) {
      const { due_at: end } = await theRow();
      server.clock.advance(leaseTime / 2);
      await until(async () => (await theRow()).due_at! > end!);
    }
    open();

    await until(async () => (await rows()).length === 0);
    assert.deepEqual([done, other.outcomes], [['long'], []]);
  });

  it('is given back at once by a process that stops, and its job is done elsewhere', async () => {
    const { gate } = gated();
    const stopping = nodeThat(async () => gate);
    stopping.worker.start();
    await stopping.add('moved');
    await until(async () => (await theRow()).owner !== '');
    const before = server.clock.now();

    await stopping.worker.stop(50);

    assert.deepEqual(await theRow(), { ...(await theRow()), owner: '', attempts: 0, due_at: before });
    nodeThat(async ({ payload }) => void done.push(payload.text)).worker.start();
    await until(() => done.length === 1);
  });

  it('is not waited for at a stop where the database does not answer', async () => {
    const node = nodeThat(async () => {});
    let asked = false;
    node.queue.dueKinds = () => {
      asked = true;
      return new Promise(() => {});
    };
    node.worker.start();
    await until(() => asked);

    assert.equal(await inTime(20_000, () => node.worker.stop(50).then(() => 'stopped')), 'stopped');
  });

  it('is kept to the end of a job that ends before the deadline of a stop', async () => {
    const { open, gate } = gated();
    const node = nodeThat(async ({ payload }) => {
      await gate;
      done.push(payload.text);
    });
    node.worker.start();
    await node.add('under way');
    await node.add('under way');
    await until(async () => (await rows()).every(({ owner }) => owner !== ''));

    const stopped = node.worker.stop(30_000);
    await node.add('too late');
    open();
    await stopped;

    assert.deepEqual(done, ['under way', 'under way']);
    assert.deepEqual([(await rows()).length, (await theRow()).owner], [1, '']);
  });

  it('and the effect of a job end together', async () => {
    const node = nodeThat(async ({ payload, attempt, finish }) => write(payload.text, finish, attempt === 1));
    node.worker.start();
    await node.add('once');

    await until(async () => (await theRow())?.failure === 'Error');
    assert.deepEqual(await effects(), []);
    server.clock.advance(60_000);

    await until(async () => (await rows()).length === 0);
    assert.deepEqual(await effects(), ['once']);
  });

  it('that another process has meanwhile lets nothing be stored', async () => {
    const { open, gate } = gated();
    const slow = nodeThat(async ({ payload, finish }) => {
      await gate;
      await write(payload.text, finish);
    });
    slow.worker.start();
    await slow.add('once');
    await until(async () => (await theRow()).owner !== '');
    // As if this process had slept for so long: it neither renews the lease nor takes the job once more.
    slow.queue.renew = async () => {};
    slow.queue.claim = async () => [];
    await server.app.database.db.updateTable('job').set({ due_at: 0 }).execute();
    nodeThat(async ({ payload, finish }) => write(payload.text, finish)).worker.start();
    await until(async () => (await rows()).length === 0);

    open();

    await until(() => slow.outcomes.length === 1);
    assert.deepEqual(slow.outcomes, ['testNote lost']);
    assert.deepEqual(await effects(), ['once']);
  });

  it('that ends again and again with its process is not tried for ever', async () => {
    const node = nodeThat(async ({ payload }) => void done.push(payload.text));
    await node.add('deadly');
    await server.app.database.db.updateTable('job').set({ attempts: 30 }).execute();
    node.worker.start();

    await until(async () => (await theRow()).dead_at !== null);

    assert.equal((await theRow()).failure, 'The process ended during the last attempt.');
    assert.deepEqual(done, []);
  });
});
