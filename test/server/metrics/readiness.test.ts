import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Check, Readiness } from '../../../server/src/http/readiness.ts';
import { readMetrics } from '../../support/server/metrics.ts';
import { startTestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';

const check = (trouble: string, essential: boolean, passes: Check['passes']): Check => ({ trouble, essential, passes });
const said = async (...checks: Check[]) => {
  const { status, body } = await new Readiness(checks).answer();
  return [status, body];
};

describe('readiness', () => {
  it('is no once something essential is gone, which it names', async () => {
    const cause = check('the database does not answer', true, () => Promise.reject(new Error('away')));

    assert.deepEqual(await said(cause), [503, 'not ready\nthe database does not answer\n']);
  });

  it('stays yes without what can be done without, and names it', async () => {
    const fine = check('the database does not answer', true, () => true);
    const late = check('events are late', false, () => false);

    assert.deepEqual(await said(fine, late), [200, 'ready\nevents are late\n']);
  });

  it('waits for nothing that does not answer', async () => {
    const stuck = check('the database does not answer', true, () => new Promise(() => {}));

    assert.equal((await said(stuck))[0], 503);
  });

  it('says that a server is about to stop', async () => {
    const server = await startTestServer();
    assert.equal(await (await server.fetch('/readyz')).text(), 'ready\n');

    server.app.drain();

    assert.equal(await (await server.fetch('/readyz')).text(), 'not ready\nstopping\n');
    await server.close();
  });

  it('says that the database is gone', async () => {
    const server = await startTestServer();
    await server.close();

    assert.equal(await (await server.fetch('/readyz')).text(), 'not ready\nthe database does not answer\n');
  });
});

const skip = await redisMissing();

describe('readiness without Redis', { skip }, () => {
  it('stays yes, and says that events come late', async () => {
    const redis = await startRedis();
    const server = await startTestServer({ REDIS_URL: redis.url });
    server.app.start();
    const says = async (line: string) => (await (await server.fetch('/readyz')).text()) === line;
    const connected = async () => (await readMetrics(server))['parvis_event_log_connected'];

    await until(() => says('ready\n'));
    assert.equal(await connected(), 1);
    await redis.kill();
    await until(() => says('ready\nevents come late: Redis does not answer\n'));
    assert.equal((await server.fetch('/readyz')).status, 200);
    assert.equal(await connected(), 0);
    await redis.restart();
    await until(() => says('ready\n'));

    await server.close();
    await redis.stop();
  });
});

describe('the log', () => {
  it('has a line for each request at level debug, with its id and without its query', async () => {
    const server = await startTestServer({ PARVIS_LOG_LEVEL: 'debug' });

    const response = await server.signedOut.post({ query: '{ settings { editWindow } }' });
    await server.fetch('/nowhere?token=secret');

    const [first, second] = server.logged.filter(({ msg }) => msg === 'request');
    assert.equal(first!['requestId'], response.headers.get('x-request-id'));
    assert.deepEqual([first!['method'], first!['path'], first!['status']], ['POST', '/graphql', 200]);
    assert.deepEqual([second!['path'], second!['status']], ['/nowhere', 404]);
    assert.ok(!JSON.stringify(server.logged).includes('secret'));
    await server.close();
  });

  it('has none at level info', async () => {
    const server = await startTestServer({ PARVIS_LOG_LEVEL: 'info' });

    await server.fetch('/healthz');

    assert.deepEqual(
      server.logged.filter(({ msg }) => msg === 'request'),
      [],
    );
    await server.close();
  });
});
