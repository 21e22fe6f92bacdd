import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { runCommand } from '../../support/server/run-command.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';

const hour = 60 * 60 * 1000;
const then = Date.parse('2026-11-18T09:30:00.000Z');

describe('parvis jobs', () => {
  let test: TestDatabase;
  let database: DatabaseConnection;
  before(async () => {
    test = await createSharedDatabase();
    process.env['DATABASE_URL'] = test.url;
    database = connect(test.url);
    await migrate(database.db);
  });
  after(async () => {
    delete process.env['DATABASE_URL'];
    await database.close();
    await test.drop();
  });
  beforeEach(async () => {
    const job = { payload: '{"text":"secret"}', key: null, owner: '', failure: null, dead_at: null, created_at: then };
    await database.db.deleteFrom('job').execute();
    await database.db
      .insertInto('job')
      .values([
        { ...job, id: 'later', kind: 'sendMail', due_at: then, attempts: 2, failure: 'Error (ECONNREFUSED)' },
        { ...job, id: 'running', kind: 'sendMail', due_at: Date.now() + hour, attempts: 1, owner: 'a node' },
        { ...job, id: 'orphaned', kind: 'sendMail', due_at: then + 1, attempts: 1, owner: 'a node that died' },
        { ...job, id: 'given-up', kind: 'makeDigest', due_at: null, attempts: 30, failure: 'Error', dead_at: then },
        { ...job, id: 'new', kind: 'makeDigest', due_at: then, attempts: 0, key: 'secret' },
      ])
      .execute();
  });

  const run = (...args: string[]) => runCommand('jobs', ...args);
  const jobs = () =>
    database.db.selectFrom('job').select(['id', 'due_at', 'dead_at', 'attempts', 'failure']).orderBy('id').execute();
  const ids = async () => (await jobs()).map(({ id }) => id);
  const columns = ({ lines }: { lines: string[] }) => lines.map((line) => line.split(/ {2,}/));

  it('list lists kinds, times and failures, and nothing that jobs are about', async () => {
    const listed = await run('list');

    assert.deepEqual(columns(listed).sort(), [
      ['given-up', 'makeDigest', 'dead since 2026-11-18T09:30:00.000Z, attempt 30: Error'],
      ['later', 'sendMail', 'due 2026-11-18T09:30:00.000Z, attempt 2: Error (ECONNREFUSED)'],
      ['new', 'makeDigest', 'due 2026-11-18T09:30:00.000Z'],
      ['orphaned', 'sendMail', 'due 2026-11-18T09:30:00.001Z, attempt 1'],
      ['running', 'sendMail', 'running, attempt 1'],
    ]);
    assert.ok(!listed.lines.join().includes('secret'));
  });

  it('list lists only what is asked for', async () => {
    const idsOf = async (...args: string[]) => columns(await run('list', ...args)).map(([id]) => id);

    assert.deepEqual(await idsOf('--dead'), ['given-up']);
    assert.deepEqual(await idsOf('--kind', 'sendMail'), ['later', 'orphaned', 'running']);
    assert.deepEqual(await idsOf('--dead', '--kind', 'sendMail'), ['No jobs.']);
  });

  it('retry has a job done now, and all dead ones where it is told to', async () => {
    assert.deepEqual((await run('retry', 'later')).lines, ['later is due now.']);
    assert.deepEqual((await run('retry', '--all-dead')).lines, ['1 job is due now.']);

    const stored = new Map((await jobs()).map((job) => [job.id, job]));
    for (const id of ['later', 'given-up']) {
      const { due_at, ...job } = stored.get(id)!;
      assert.deepEqual(job, { id, dead_at: null, attempts: 0, failure: null });
      assert.ok(due_at! > then);
    }
    assert.equal(stored.get('new')!.due_at, then);
  });

  it('retry leaves the work of a dead job to one of the same key that waits', async () => {
    await database.db.updateTable('job').set({ key: 'secret' }).where('id', '=', 'given-up').execute();

    await run('retry', 'given-up');

    assert.deepEqual(await ids(), ['later', 'new', 'orphaned', 'running']);
  });

  it('drop deletes a job', async () => {
    assert.deepEqual((await run('drop', 'given-up')).lines, ['given-up is deleted.']);

    assert.deepEqual(await ids(), ['later', 'new', 'orphaned', 'running']);
  });

  it('retry and drop take jobs of a node that died, which no node may know', async () => {
    assert.deepEqual((await run('retry', 'orphaned')).lines, ['orphaned is due now.']);
    await database.db
      .updateTable('job')
      .set({ owner: 'a node that died', due_at: then })
      .where('id', '=', 'orphaned')
      .execute();
    assert.deepEqual((await run('drop', 'orphaned')).lines, ['orphaned is deleted.']);

    assert.ok(!(await ids()).includes('orphaned'));
  });

  it('refuse what is not there, what a server is doing, and a retry of nothing', async () => {
    for (const [args, error] of [
      [['drop', 'nothing'], /^No job has the id nothing\.$/],
      [['retry', 'nothing'], /^No job has the id nothing\.$/],
      [['drop', 'running'], /^A server is doing running\. Try again in a minute\.$/],
      [['retry', 'running'], /^A server is doing running\./],
      [['retry'], /it takes the ID of a job, or --all-dead/],
      [['retry', 'later', '--all-dead'], /it takes the ID of a job, or --all-dead/],
    ] as const)
      assert.match((await run(...args)).error, error);

    assert.equal((await ids()).length, 5);
  });
});
