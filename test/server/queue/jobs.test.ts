import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { maxAttempts } from '../../../server/src/queue/backoff.ts';
import { type JobHandler, UnworkableJob } from '../../../server/src/queue/job.ts';
import { TestNode, type TestNodeOptions } from '../../support/server/test-node.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';

type Run = JobHandler<{ text: string }>['run'];

const minute = 60_000;
const hour = 60 * minute;

describe('jobs', () => {
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

  const note: Run = async ({ payload }) => void done.push(payload.text);
  const nodeWith = (options: TestNodeOptions) => {
    const node = new TestNode(server.app.database, server.clock, options);
    nodes.push(node);
    return node;
  };
  const nodeThat = (run: Run, concurrency?: number) => nodeWith({ concurrency, handlers: { testNote: { run } } });
  const rows = () => server.app.database.db.selectFrom('job').selectAll().orderBy('id').execute();
  const theRow = async () => (await rows())[0]!;
  const isEmpty = async () => (await rows()).length === 0;

  it('are done once their transaction is stored, and then forgotten', async () => {
    const node = nodeThat(note);
    node.worker.start();

    await server.app.database.transaction(async (trx) => {
      await node.queue.add(trx, 'testNote', { text: 'stored' });
    });
    await until(() => done.length === 1);

    await until(isEmpty);
    assert.deepEqual([done, node.outcomes], [['stored'], ['testNote done']]);
  });

  it('are not there where their transaction failed', async () => {
    const node = nodeThat(note);
    node.worker.start();

    const failing = server.app.database.transaction(async (trx) => {
      await node.queue.add(trx, 'testNote', { text: 'never' });
      throw new Error('no');
    });

    await assert.rejects(failing, /no/);
    assert.ok(await isEmpty());
  });

  it('are done when they are due, in that order', async () => {
    const node = nodeThat(note, 1);
    const now = server.clock.now();
    await node.add('third', { dueAt: now + 3 * minute });
    await node.add('first', { dueAt: now + minute });
    await node.add('second', { dueAt: now + 2 * minute });
    await node.add('at once');
    node.worker.start();
    await until(() => done.length === 1);

    server.clock.advance(minute);
    await until(() => done.length === 2);
    server.clock.advance(hour);
    await until(() => done.length === 4);

    assert.deepEqual(done, ['at once', 'first', 'second', 'third']);
  });

  it('of one kind do not wait for those of another, of which there are many', async () => {
    const node = nodeWith({ concurrency: 1, handlers: { testNote: { run: note }, testOther: { run: note } } });
    for (let turn = 0; turn < 20; turn += 1) await node.add(`note ${turn}`);
    await node.add('other', {}, 'testOther');
    node.worker.start();

    await until(() => done.length === 21);

    assert.ok(done.indexOf('other') < 3, done.join());
  });

  it('are done as many at once as the settings say, and no more', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let most = 0;
    let running = 0;
    const node = nodeThat(async ({ payload }) => {
      most = Math.max(most, (running += 1));
      await gate;
      running -= 1;
      done.push(payload.text);
    }, 2);
    for (const text of ['a', 'b', 'c', 'd', 'e']) await node.add(text);
    node.worker.start();
    await until(() => running === 2);

    open();

    await until(() => done.length === 5);
    assert.equal(most, 2);
  });

  it('are tried again after a failure, later and later, and given up after a day', async () => {
    const node = nodeThat(async ({ payload }) => {
      throw new Error(`nobody shall read of ${payload.text} in the log`);
    });
    await node.add('secret');
    node.worker.start();
    const pauses: number[] = [];

    for (let attempt = 1; attempt < maxAttempts; attempt += 1) {
      await until(async () => (await theRow()).attempts === attempt && (await theRow()).owner === '');
      const pause = (await theRow()).due_at! - server.clock.now();
      pauses.push(pause);
      server.clock.advance(pause);
      node.look();
    }
    await until(async () => (await theRow()).dead_at !== null);

    assert.ok(pauses[0]! >= 3_750 && pauses[0]! <= 6_250, String(pauses[0]));
    assert.ok(pauses[3]! >= 30_000 && pauses[3]! <= 50_000, String(pauses[3]));
    assert.ok(pauses.every((pause) => pause <= 1.25 * hour));
    const day = pauses.reduce((sum, pause) => sum + pause, 0) / hour;
    assert.ok(day > 15 && day < 27, `${day} hours`);
    assert.equal((await theRow()).failure, 'Error');
    assert.equal(node.outcomes.at(-1), 'testNote dead');
    assert.ok(node.logged.some(({ level, kind }) => level === 50 && kind === 'testNote'));
    assert.ok(!JSON.stringify(node.logged).includes('secret'));
  });

  it('that are of no use are given up at once, and say why', async () => {
    const node = nodeThat(async () => {
      throw new UnworkableJob('The mail server is not set.');
    });
    await node.add('mail');
    node.worker.start();

    await until(async () => (await theRow()).dead_at !== null);

    assert.deepEqual([(await theRow()).failure, (await theRow()).due_at], ['The mail server is not set.', null]);
  });

  it('whose payload this version cannot read are given up, and say what is wrong with it', async () => {
    const node = nodeThat(note);
    await node.add('good');
    await server.app.database.db.updateTable('job').set({ payload: '{"words":"secret"}' }).execute();
    node.worker.start();

    await until(async () => (await theRow()).dead_at !== null);

    assert.equal((await theRow()).failure, 'This version cannot read the payload: text: it must be a string');
    assert.deepEqual(done, []);
  });

  it('of kinds that this version does not know are left to nodes that know them', async () => {
    const former = nodeWith({ handlers: { testNote: { run: note } } });
    former.worker.start();
    await former.add('of a later version', {}, 'testOther');
    await former.add('known');
    await until(() => done.length === 1);
    assert.deepEqual([(await theRow()).kind, (await theRow()).attempts], ['testOther', 0]);

    nodeWith({ handlers: { testOther: { run: note } } }).worker.start();

    await until(isEmpty);
    assert.deepEqual(done, ['known', 'of a later version']);
  });

  it('wait once by kind and key', async () => {
    const node = nodeThat(note);
    await node.add('one', { key: 'digest' });
    await node.add('two', { key: 'digest' });
    await node.add('other kind', { key: 'digest' }, 'testOther');
    await node.add('other key', { key: 'other' });

    const waiting = (await rows()).map(({ payload }) => (JSON.parse(payload) as { text: string }).text);

    assert.deepEqual(waiting, ['one', 'other kind', 'other key']);
  });

  it('wait once by key where many are added at once, too', async () => {
    const node = nodeThat(note);
    const dueAt = server.clock.now() + hour;
    await node.add('first', { key: 'b', dueAt });
    const added = ['c', 'b', 'a'].map((key) => ({ key, payload: { text: key }, dueAt }));

    await server.app.database.transaction((trx) => node.queue.addKeyed(trx, 'testNote', added));

    const waiting = (await rows()).map(({ key, payload }) => [key, (JSON.parse(payload) as { text: string }).text]);
    assert.deepEqual(waiting.toSorted(), [['a', 'a'], ['b', 'first'], ['c', 'c']]); // prettier-ignore
  });

  it('are done again where one of the same key is added while it runs', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const node = nodeThat(async (job) => {
      done.push(job.payload.text);
      await gate;
    });
    node.worker.start();
    await node.add('one', { key: 'digest' });
    await until(() => done.length === 1);

    await node.add('two', { key: 'digest' });
    open();

    await until(isEmpty);
    assert.deepEqual(done, ['one', 'two']);
  });

  it('that fail are not done beside one of the same key that was added meanwhile', async () => {
    let fail!: () => void;
    const gate = new Promise<void>((resolve) => (fail = resolve));
    const node = nodeThat(async (job) => {
      done.push(job.payload.text);
      if (job.payload.text === 'two') return;
      await gate;
      throw new Error('no');
    });
    node.worker.start();
    await node.add('one', { key: 'digest' });
    await until(() => done.length === 1);

    await node.add('two', { key: 'digest', dueAt: server.clock.now() + hour });
    fail();
    await until(async () => (await rows()).length === 1);
    server.clock.advance(hour);

    await until(isEmpty);
    assert.deepEqual(done, ['one', 'two']);
  });

  it('that come again and again are there once, begin anew after each run, and are never given up', async () => {
    let fails = false;
    const handlers = {
      testHourly: {
        parse: () => ({ text: 'hourly' }),
        every: hour,
        run: async () => {
          done.push('hourly');
          if (fails) throw new UnworkableJob('Not now.');
        },
      },
    };
    for (let node = 0; node < 3; node += 1) nodeWith({ handlers }).worker.start();
    const [node] = nodes;
    await until(() => done.length === 1);
    await until(async () => (await theRow()).due_at === server.clock.now() + hour);
    assert.equal((await rows()).length, 1);

    server.clock.advance(hour);
    await until(() => done.length === 2);
    await until(async () => (await theRow()).owner === '');
    fails = true;
    server.clock.advance(hour);
    for (let attempt = 1; attempt < maxAttempts + 3; attempt += 1) {
      await until(async () => (await theRow()).attempts === attempt && (await theRow()).owner === '');
      server.clock.advance(hour);
      node!.look();
    }

    assert.equal((await theRow()).dead_at, null);
  });
});
