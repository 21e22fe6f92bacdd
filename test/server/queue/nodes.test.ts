import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { TestNode } from '../../support/server/test-node.ts';
import { onPostgres } from '../../support/server/test-database.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';

const jobs = 200;

describe('several nodes on one database', () => {
  let server: TestServer;
  let nodes: TestNode[];
  let databases: DatabaseConnection[];
  beforeEach(async () => {
    server = await startTestServer();
    nodes = [];
    databases = [];
  });
  afterEach(async () => {
    for (const { worker } of nodes) await worker.stop(0);
    for (const database of databases) await database.close();
    await server.close();
  });

  /** The embedded database belongs to one process, in which there may be several workers. */
  const open = () => {
    if (!onPostgres) return server.app.database;
    const database = connect(server.app.config.databaseUrl, { poolSize: 5 });
    databases.push(database);
    return database;
  };
  /** Writes down each note with the end of its job. */
  const writingNode = () => {
    const database = open();
    const node = new TestNode(database, server.clock, {
      handlers: {
        testNote: {
          run: ({ payload, finish }) =>
            database.transaction(async (trx) => {
              const row = { key: `${Math.random()}`, fingerprint: '', result: '', created_at: 1 };
              await trx
                .insertInto('idempotency')
                .values({ ...row, viewer_id: payload.text })
                .execute();
              await finish(trx);
            }),
        },
      },
    });
    nodes.push(node);
    return node;
  };
  const written = async () =>
    (await server.app.database.db.selectFrom('idempotency').select('viewer_id').execute()).map((row) => row.viewer_id);
  const left = () => server.app.database.db.selectFrom('job').selectAll().execute();

  it('do each job once, and share them', async () => {
    const texts = Array.from({ length: jobs }, (_, index) => `note ${index}`);
    const [first, ...others] = [writingNode(), writingNode(), writingNode()];
    await server.app.database.transaction(async (trx) => {
      for (const text of texts) await first!.queue.add(trx, 'testNote', { text });
    });

    for (const { worker } of [first!, ...others]) worker.start();

    await until(async () => (await left()).length === 0);
    assert.deepEqual((await written()).sort(), texts.sort());
    for (const { outcomes } of nodes) assert.ok(outcomes.length > 0);
  });

  it('do what a node that only writes leaves them', async () => {
    writingNode().worker.start();

    await writingNode().add('of a command');

    await until(async () => (await left()).length === 0);
    assert.deepEqual(await written(), ['of a command']);
  });

  it(
    'leave a job alone while its key is added again, so that it sees what the adding transaction writes',
    { skip: !onPostgres && 'SQLite has one writer' },
    async () => {
      const node = writingNode();
      await node.add('one', { key: 'digest' });

      await server.app.database.transaction(async (trx) => {
        await node.queue.add(trx, 'testNote', { text: 'two' }, { key: 'digest' });
        assert.deepEqual(await node.queue.claim('testNote', 1), []);
      });

      assert.equal((await node.queue.claim('testNote', 1)).length, 1);
      assert.equal((await left()).length, 1);
    },
  );

  it(
    'add a key again where a node takes the job of that key at that moment',
    { skip: !onPostgres && 'SQLite has one writer' },
    async () => {
      const node = writingNode();
      await node.add('one', { key: 'digest' });
      let adding!: Promise<void>;

      await server.app.database.transaction(async (trx) => {
        await trx.updateTable('job').set({ owner: 'another' }).execute();
        adding = node.add('two', { key: 'digest' });
        // It waits for this transaction, so that what it adds is not done before.
        await until(async () => (await waitingForLocks()) === 1);
      });
      await adding;

      assert.equal((await left()).length, 2);
    },
  );

  const waitingForLocks = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(server.app.database.db);
    return rows[0]!.count;
  };
});
