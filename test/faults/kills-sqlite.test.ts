import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { audit } from '../support/faults/audit.ts';
import { Crew } from '../support/faults/crew.ts';
import { isLong, times, upTo } from '../support/faults/form.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { type Rows, sqliteRows } from '../support/faults/rows.ts';
import { TcpProxy } from '../support/services/tcp-proxy.ts';

const sound = { lost: [], doubled: [], wrong: [] };

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
    const kills = times(20, 400);
    const node = await nodeOn('kills.db');
    await node.start();
    const network = await TcpProxy.start(node.port);
    const crew = await Crew.gather(network.address, 8);
    const rows = sqliteRows(pathOf('kills.db'));
    const working = crew.work();
    const work = working.catch(() => {});
    let storedUnanswered = 0;
    try {
      for (let kill = 1; kill <= kills; kill += 1) {
        await Promise.race([crew.acknowledges(upTo(40)), working]);
        // What is stored while no answer comes through is what will be sent again.
        const stalled = kill % 2 === 0;
        if (stalled) network.stall('answers');
        await delay(upTo(stalled ? 60 : 10));
        await node.end('SIGKILL');
        network.cut('reset');
        network.resume();
        await crew.pause();
        if (kill % 5 === 0) {
          node.launch();
          await delay(upTo(startTime * 1.5));
          await node.end('SIGKILL');
          kill += 1;
        }
        await node.start();
        const { findings, storedUnanswered: more } = await audit(rows, crew.ledger, crew.pending);
        assert.deepEqual(findings, sound, `after kill ${kill}`);
        storedUnanswered += more;
        if (kill % 20 < 2) await assertIntegrity(rows);
        crew.resume();
      }
      crew.finish();
      await working;
      assert.deepEqual(await audit(rows, crew.ledger, []), { findings: sound, storedUnanswered: 0 });
      await assertIntegrity(rows);
      report(t, kills, crew, storedUnanswered);
      if (isLong) assert.ok(storedUnanswered > 0, 'no kill came between a commit and its answer');
      await untilTold(rows);
    } finally {
      crew.finish();
      await node.end('SIGKILL');
      network.close();
      await rows.close();
    }
    await work;
  });

  it('brings a new database to its schema, however often that is broken off', async (t) => {
    const kills = times(5, 100);
    const schemas = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const name = `new-${kill}.db`;
      const node = await nodeOn(name);
      node.launch();
      await delay(upTo(startTime * 1.2));
      await node.end('SIGKILL');

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

function report(t: TestContext, kills: number, { ledger, failures }: Crew, storedUnanswered: number): void {
  const lost = [...failures].map(([code, count]) => `${count} ${code}`).join(', ');
  t.diagnostic(
    `${kills} kills, ${ledger.acknowledged.length} writes acknowledged, 0 lost, 0 doubled; calls that came to nothing: ${lost}; ` +
      `${storedUnanswered} were stored without an answer, and sent again`,
  );
}

async function assertIntegrity(rows: Rows): Promise<void> {
  assert.deepEqual((await rows.read('pragma integrity_check')).map(Object.values), [['ok']]);
  assert.deepEqual(await rows.read('pragma foreign_key_check'), []);
}

/** What a killed server had not told yet is told by the next one. */
async function untilTold(rows: Rows): Promise<void> {
  while ((await rows.read('select id from outbox limit 1')).length > 0) await delay(100);
}
