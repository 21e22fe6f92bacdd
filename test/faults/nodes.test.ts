import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/e2e/browser.ts';
import { BrowserReader } from '../support/faults/browser-reader.ts';
import { times } from '../support/faults/form.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { WidgetCaller } from '../support/faults/widget-caller.ts';
import { findNginx, nginxMissing, startNginx } from '../support/services/nginx.ts';
import { startPostgres } from '../support/services/postgres.ts';
import { redisMissing, startRedis } from '../support/services/redis.ts';
import type { Service } from '../support/services/service.ts';
import { TcpProxy } from '../support/services/tcp-proxy.ts';

const withoutNginx = await nginxMissing();

describe('two nodes on one database', { skip: await redisMissing() }, () => {
  let postgres: Service;
  let redis: Service;
  /** Between the first node and Redis. */
  let toRedis: TcpProxy;
  let nodes: ParvisNode[] = [];
  let browser: Browser | undefined;
  before(async () => {
    [postgres, redis] = await Promise.all([startPostgres({ durable: true }), startRedis()]);
    toRedis = await TcpProxy.start(Number(new URL(redis.url).port));
    const nodeBy = (redisPort: number | string) =>
      ParvisNode.create({
        settings: { DATABASE_URL: postgres.url, REDIS_URL: `redis://127.0.0.1:${redisPort}` },
      });
    nodes = [await nodeBy(toRedis.port), await nodeBy(new URL(redis.url).port)];
    await Promise.all(nodes.map((node) => node.start()));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await Promise.all(nodes.map((node) => node.end('SIGKILL')));
    toRedis.close();
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  it('are replaced one by one, and nobody behind a proxy notices', async (t) => {
    const proxy = await TcpProxy.start(...nodes.map(({ port }) => port));
    await replaceUnderWork(t, proxy.address, 'page-behind-a-proxy').finally(() => proxy.close());
  });

  it('are replaced one by one, and nobody behind nginx notices', { skip: withoutNginx }, async (t) => {
    const [first, second] = nodes.map(({ port }) => `127.0.0.1:${port}`);
    const nginx = await startNginx((await findNginx())!, [first!, second!]);
    await replaceUnderWork(t, nginx.url, 'page-behind-nginx').finally(() => nginx.stop());
  });

  it('tell what the other had stored, and was killed before it told it', async () => {
    const writer = await WidgetCaller.named('a-writer', nodes[0]!.address);
    const pageId = await writer.pageId('page-of-a-killed-node');
    const reader = await BrowserReader.open(browser!, nodes[1]!.address, [pageId]);
    const told = await writer.comment(pageId);
    await reader.hears(1);

    toRedis.stall('requests');
    const untold = [await writer.comment(pageId), await writer.comment(pageId), await writer.comment(pageId)];
    await nodes[0]!.end('SIGKILL');
    toRedis.cut('reset');
    toRedis.resume();

    await reader.hears(4);
    assert.deepEqual(
      (await reader.told()).map(({ id }) => id),
      [told, ...untold],
    );
    await nodes[0]!.start();
  });

  /** Reads, writes and follows through `address` while both nodes are stopped and started again, one after the other. */
  async function replaceUnderWork(t: TestContext, address: string, key: string): Promise<void> {
    const duration = times(15_000, 60_000);
    const callers = await Promise.all(['one', 'two', 'three', 'four'].map((name) => WidgetCaller.named(name, address)));
    const pageId = await callers[0]!.pageId(key);
    const readers = await Promise.all([1, 2].map(() => BrowserReader.open(browser!, address, [pageId])));
    const end = Date.now() + duration;
    let replaced = 0;
    const isOver = () => Date.now() > end && replaced === nodes.length;

    const work = Promise.all([
      ...callers.slice(0, 2).map((caller) => caller.writeUntil(isOver, pageId)),
      ...callers.slice(2).map((caller) => caller.readUntil(isOver, pageId)),
    ]);
    work.catch(() => {});
    for (const node of nodes) {
      await delay(duration / 5);
      await node.end('SIGTERM');
      assert.equal(node.exitCode, 0, node.log);
      await node.start();
      replaced += 1;
    }

    const failures = () => callers.flatMap((caller) => caller.failures);
    const ids = (await work.catch(() => assert.fail(failures().join('\n')))).flatMap((written) => written ?? []);
    for (const reader of readers) {
      await reader.hears(ids.length);
      const told = await reader.told();
      assert.deepEqual(told.map(({ id }) => id).sort(), ids.sort());
      assert.equal(await reader.resyncs(), 0);
    }
    const calls = callers.reduce((sum, caller) => sum + caller.calls, 0);
    t.diagnostic(
      `${calls} calls, ${failures().length} failed; ${ids.length} events to ${readers.length} readers, 0 lost, 0 doubled`,
    );
  }
});
