import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { TcpProxy } from '../services/tcp-proxy.ts';
import { audit } from './audit.ts';
import { Crew } from './crew.ts';
import { isLong, times, upTo } from './form.ts';
import type { ParvisNode } from './parvis-node.ts';
import type { Rows } from './rows.ts';

const sound = { lost: [], doubled: [], wrong: [] };

export interface KillRounds {
  kills: number;
  /** Runs, and runs again when the rounds are over. */
  node: ParvisNode;
  rows: Rows;
  /** @param turn - How many kills there were. */
  kill: (turn: number) => Promise<void>;
  /** Starts what was killed, and answers how often it killed it meanwhile. */
  revive: (turn: number) => Promise<number>;
  /** Asked now and then whether the database is whole. */
  assertWhole: () => Promise<void>;
}

/**
 * Kills again and again while people write, and compares after each kill what is stored with what was acknowledged. At the
 * end each write is there once.
 */
export async function killRounds(t: TestContext, { kills, node, rows, kill, revive, assertWhole }: KillRounds) {
  const network = await TcpProxy.start(node.port);
  const crew = await Crew.gather(network.address, 8);
  const working = crew.work();
  // A failure is heard of below, or after what failed before it.
  working.catch(() => {});
  let struck = 0;
  let storedUnanswered = 0;
  try {
    while (struck < kills) {
      await Promise.race([crew.acknowledges(upTo(times(20, 40))), working]);
      // What is stored while no answer comes through is what will be sent again.
      const stalled = struck % 4 > 1;
      if (stalled) network.stall('answers');
      await delay(upTo(stalled ? 60 : 10));
      await kill(struck);
      network.cut('reset');
      network.resume();
      await crew.pause();
      struck += 1 + (await revive(struck));

      const audited = await audit(rows, crew.ledger, crew.pending);

      assert.deepEqual(audited.findings, sound, `after kill ${struck}`);
      storedUnanswered += audited.storedUnanswered;
      if (struck % 20 < 2) await assertWhole();
      crew.resume();
    }
    crew.finish();
    await working;
    assert.deepEqual(await audit(rows, crew.ledger, []), { findings: sound, storedUnanswered: 0 });
    await assertWhole();
  } finally {
    crew.abandon();
    network.close();
  }
  const failures = [...crew.failures].map(([code, count]) => `${count} ${code}`).join(', ');
  t.diagnostic(
    `${struck} kills, ${crew.ledger.acknowledged.length} writes acknowledged, 0 lost, 0 doubled; calls that came to nothing: ` +
      `${failures}; ${storedUnanswered} were stored without an answer, and sent again`,
  );
  if (isLong) assert.ok(storedUnanswered > 0, 'no kill came between a commit and its answer');
  await untilTold(rows, () => node.log);
}

/** What a killed server had not told yet is told by the next one. */
async function untilTold(rows: Rows, log: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  let untold = await rows.read(
    `select id, owner, attempts, due_at, failure, dead_at, created_at from job where kind = 'publishEvent'`,
  );
  while (untold.length > 0 && Date.now() < deadline) {
    await delay(100);
    untold = await rows.read(
      `select id, owner, attempts, due_at, failure, dead_at, created_at from job where kind = 'publishEvent'`,
    );
  }
  assert.deepEqual(untold, [], `never told, at ${Date.now()}; the server says:\n${log().slice(-4_000)}`);
}
