import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { leaseTime } from '../../server/src/queue/job-queue.ts';
import { Chains } from '../support/faults/chains.ts';
import { times, upTo } from '../support/faults/form.ts';
import { assertIntegrity, postgresRows, sqliteRows } from '../support/faults/rows.ts';
import { startPostgres } from '../support/services/postgres.ts';

const kills = times(10, 100);

describe('jobs whose node is killed while it does them', () => {
  it('are all done, each once, on the embedded database', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-queue-'));
    const path = join(folder, 'queue.db');
    const chains = await Chains.create(`sqlite:${path}`, () => sqliteRows(path));
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        const node = chains.launch();
        await killAtWork(chains, node);
      }
      await endOf(t, chains);
      const rows = sqliteRows(path);
      await assertIntegrity(rows);
      await rows.close();
    } finally {
      await chains.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('are all done, each once, by the other node on PostgreSQL', async (t) => {
    const postgres = await startPostgres({ durable: true });
    const chains = await Chains.create(postgres.url, () => postgresRows(postgres.url));
    try {
      const nodes = [chains.launch(), chains.launch()];
      for (let kill = 0; kill < kills; kill += 1) {
        const [node] = nodes.splice(kill % 2, 1, chains.launch());
        await killAtWork(chains, node!);
      }
      await fallAsleep(chains, nodes[0]!);
      for (const node of nodes) await chains.kill(node);
      await endOf(t, chains);
    } finally {
      await chains.close();
      await postgres.stop();
    }
  });
});

async function killAtWork(chains: Chains, node: ReturnType<Chains['launch']>): Promise<void> {
  await chains.advance(1 + upTo(times(20, 40)));
  await delay(upTo(20));
  await chains.kill(node);
  // Others can take what it had then.
  assert.ok((await chains.longestLease()) <= leaseTime);
  await chains.assertOnce();
}

/** A node that does nothing until others have its jobs, and then goes on with them. */
async function fallAsleep(chains: Chains, node: ReturnType<Chains['launch']>): Promise<void> {
  await chains.advance(20);
  node.kill('SIGSTOP');
  await delay(leaseTime + 1_000);
  await chains.advance(100);
  node.kill('SIGCONT');
  await chains.advance(100);
  await chains.assertOnce();
}

/** The steps that are left are done, and none is lost or doubled. */
async function endOf(t: TestContext, chains: Chains): Promise<void> {
  const start = performance.now();
  const left = await chains.longestLease();
  const node = chains.launch('last');
  await chains.end();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  await chains.kill(node);
  await chains.assertOnce();
  await chains.assertAll();
  t.diagnostic(
    `${kills} kills, ${await chains.steps()} jobs: 0 lost, 0 doubled; the last leases, of ${(left / 1000).toFixed(1)} s, ` +
      `and all other jobs were over ${seconds} s after the last kill`,
  );
}
