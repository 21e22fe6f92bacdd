import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/e2e/browser.ts';
import { BrowserReader } from '../support/faults/browser-reader.ts';
import { CommentFlow } from '../support/faults/comment-flow.ts';
import { times, upTo } from '../support/faults/form.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { TcpProxy } from '../support/services/tcp-proxy.ts';

describe('a stream of events that is cut', () => {
  let folder: string;
  let node: ParvisNode;
  let network: TcpProxy;
  let browser: Browser;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-cuts-'));
    node = await ParvisNode.create({ settings: { DATABASE_URL: `sqlite:${join(folder, 'parvis.db')}` } });
    await node.start();
    network = await TcpProxy.start(node.port);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    network.close();
    await node.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells everything, once and in order, however often', async (t) => {
    const cuts = times(10, 100);
    const flow = await CommentFlow.on(node.address, 'page-of-cuts');
    const reader = await BrowserReader.open(browser, network.address, [flow.topic]);
    const flowing = flow.run();

    for (let cut = 0; cut < cuts; cut += 1) {
      await reader.hears((await reader.told()).length + 1);
      await delay(upTo(100));
      await interrupt(network, cut);
    }

    flow.stop();
    const ids = await flowing;
    await reader.hears(ids.length);
    const told = await reader.told();
    assert.deepEqual(
      told.map(({ type, id }) => `${type} ${id}`),
      ids.map((id) => `CommentAdded ${id}`),
    );
    assert.equal(await reader.resyncs(), 0);
    t.diagnostic(`${cuts} cuts, ${ids.length} events, 0 missed, 0 doubled, in order`);
  });
});

/** The ways in which a network fails, in turn. */
async function interrupt(network: TcpProxy, turn: number): Promise<void> {
  if (turn % 4 === 2) network.stall('answers');
  if (turn % 4 === 3) network.refuse();
  await delay(upTo(50));
  network.cut(turn % 2 === 0 ? 'reset' : 'end');
  await delay(upTo(100));
  if (turn % 4 === 2) network.resume();
  if (turn % 4 === 3) await network.listen();
}
