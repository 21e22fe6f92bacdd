import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startIntranet, type Intranet } from '../../support/server/intranet.ts';
import { readMetrics } from '../../support/server/metrics.ts';
import { modules } from '../../../server/src/compose.ts';
import { until } from '../../support/server/until.ts';

const hour = 60 * 60 * 1000;
const month = 31 * 24 * hour;

/** The work that comes again and again: that of the server, and what modules add. */
const recurring = [
  'logAuditHead',
  'pruneIdempotencyKeys',
  'purgeTexts',
  ...modules.flatMap(({ jobs }) =>
    Object.entries(jobs ?? {}).flatMap(([kind, { every }]) => (every === undefined ? [] : [kind])),
  ),
].sort();

describe('a server that runs', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet({ PARVIS_LOG_LEVEL: 'info' });
  });
  afterEach(() => intranet.close());

  const db = () => intranet.server.app.database.db;
  const jobs = () => db().selectFrom('job').selectAll().where('kind', '<>', 'publishEvent').orderBy('id').execute();
  /** That all jobs have been done, and come again. */
  const areDone = async () => {
    const found = await jobs();
    return found.length === recurring.length && found.every(({ due_at, owner }) => due_at! > now() && owner === '');
  };
  const now = () => intranet.server.clock.now();

  it('forgets deleted texts and old idempotency keys at its start, and then every hour', async () => {
    const { ana, server } = intranet;
    const deleteComment = async () => {
      const { id } = await ana.page('https://intranet.example.org/news');
      await ana.deleteComment(await ana.comment(id, 'Giftgruen'));
      server.clock.advance(month);
    };
    const kept = async () => [
      (await db().selectFrom('comment').select('source').where('source', '<>', '').execute()).length,
      (await db().selectFrom('idempotency').selectAll().execute()).length,
    ];
    await deleteComment();
    server.app.start();
    await until(areDone);
    assert.deepEqual(await kept(), [0, 0]);

    await deleteComment();

    await until(areDone);
    assert.deepEqual(await kept(), [0, 0]);
    assert.deepEqual(
      (await jobs()).map(({ id, kind, attempts }) => [id, kind, attempts]),
      recurring.map((kind) => [kind, kind, 0]),
    );
  });

  it('logs every day where the audit log ends', async () => {
    const { server } = intranet;
    const ends = () => server.logged.filter(({ msg }) => msg === 'the audit log ends here').map(({ head }) => head);
    server.app.start();
    await until(() => ends().length === 1);
    await server.app.services.people.commandRights({ handle: 'bob', change: { role: 'COMMUNICATOR' } });
    await until(areDone);
    const { number, hash } = await server.app.audit.head();

    server.clock.advance(24 * hour);

    await until(() => ends().length === 2);
    assert.equal(ends()[1], `${number}:${hash}`);
    assert.notEqual(ends()[0], ends()[1]);
  });

  it('shows in its metrics how jobs stand and how they ended', async () => {
    const { server } = intranet;
    server.app.start();
    await until(areDone);
    const job = { payload: '', key: null, attempts: 1, owner: '', created_at: 1 };
    await db()
      .insertInto('job')
      .values([
        { ...job, id: '1', kind: 'sendMail', due_at: now() - hour, dead_at: null, failure: null },
        { ...job, id: '2', kind: 'sendMail', due_at: now() + hour, dead_at: null, failure: null },
        { ...job, id: '3', kind: 'sendMail', due_at: null, dead_at: 1, failure: 'no' },
        { ...job, id: '4', kind: 'sendMail', due_at: now() + 1, owner: 'a node', dead_at: null, failure: null },
        {
          ...job,
          id: '5',
          kind: 'sendMail',
          due_at: now() - 2 * hour,
          owner: 'a node that died',
          dead_at: null,
          failure: null,
        },
      ])
      .execute();

    const metrics = await readMetrics(server);

    assert.equal(metrics['parvis_jobs_waiting{kind="sendMail"}'], 3);
    assert.equal(metrics['parvis_jobs_dead{kind="sendMail"}'], 1);
    assert.equal(metrics['parvis_jobs_oldest_seconds{kind="sendMail"}'], 7200);
    assert.equal(metrics['parvis_jobs_waiting{kind="purgeTexts"}'], 1);
    assert.equal(metrics['parvis_jobs_dead{kind="purgeTexts"}'], 0);
    assert.equal(metrics['parvis_jobs_oldest_seconds{kind="purgeTexts"}'], 0);
    assert.equal(metrics['parvis_jobs_runs_total{kind="purgeTexts",outcome="done"}'], 1);
    assert.equal(metrics['parvis_jobs_duration_seconds_count{kind="purgeTexts"}'], 1);
  });
});
