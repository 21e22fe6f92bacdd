import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { times, upTo } from '../support/faults/form.ts';
import { killRounds } from '../support/faults/kill-rounds.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { assertIntegrity, sqliteRows } from '../support/faults/rows.ts';

describe('a server on the embedded database that is killed', () => {
  let folder: string;
  /** How long it takes to start, in milliseconds. */
  let startTime: number;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-kills-'));
    const node = await nodeOn('warm-up.db');
    // What it compiled is kept when it ends in order, and makes all later starts quicker.
    await node.start();
    await node.end('SIGTERM');
    const start = performance.now();
    await node.start();
    startTime = performance.now() - start;
    await node.end('SIGKILL');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const pathOf = (name: string) => join(folder, name);
  const nodeOn = (name: string) => ParvisNode.create({ settings: { DATABASE_URL: `sqlite:${pathOf(name)}` } });

  it('loses nothing that it acknowledged, writes nothing twice, and counts right', async (t) => {
    const node = await nodeOn('kills.db');
    await node.start();
    const rows = sqliteRows(pathOf('kills.db'));
    const revive = async (turn: number) => {
      const again = turn % 5 === 4;
      if (again) await killWhileStarting(node, startTime * 1.5);
      await node.start();
      return again ? 1 : 0;
    };
    const rounds = {
      kills: times(20, 400),
      node,
      rows,
      kill: () => node.end('SIGKILL'),
      revive,
      assertWhole: () => assertIntegrity(rows),
    };
    try {
      await killRounds(t, rounds);
    } finally {
      await node.end('SIGKILL');
      await rows.close();
    }
  });

  it('brings a new database to its schema, however often that is broken off', async (t) => {
    const kills = times(5, 100);
    const schemas = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const name = `new-${kill}.db`;
      const node = await nodeOn(name);
      await killWhileStarting(node, startTime * 1.2);

      await node.start();

      const rows = sqliteRows(pathOf(name));
      await assertIntegrity(rows);
      schemas.add(JSON.stringify(await rows.read('select sql from sqlite_schema order by name')));
      await rows.close();
      await node.end('SIGKILL');
    }
    assert.equal(schemas.size, 1);
    t.diagnostic(`${kills} kills during the first start`);
  });
});

async function killWhileStarting(node: ParvisNode, within: number): Promise<void> {
  node.launch();
  await delay(upTo(within));
  await node.end('SIGKILL');
}
