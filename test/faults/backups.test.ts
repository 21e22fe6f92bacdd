import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { audit } from '../support/faults/audit.ts';
import { GraphQLCaller } from '../support/graphql-caller.ts';
import { Crew } from '../support/faults/crew.ts';
import { times } from '../support/faults/form.ts';
import { Ledger } from '../support/faults/ledger.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { postgresRows, type Rows, sqliteRows } from '../support/faults/rows.ts';
import { startPostgres } from '../support/services/postgres.ts';

const parvis = fileURLToPath(new URL('../../server/bin/parvis', import.meta.url));
const sound = { lost: [], doubled: [], wrong: [] };

/** Where a server has its rows, and where backups are restored to. */
interface Place {
  url: string;
  /** An empty database of the same kind. */
  another(name: string): Promise<{ url: string; rows: Rows }>;
}

describe('backups of a server that writes all the time', () => {
  it('of the embedded database hold whatever was acknowledged before them, and restore', async (t) => {
    await inFolder(async (folder) => {
      const at = (name: string) => join(folder, `${name}.db`);
      await takeBackups(t, folder, {
        url: `sqlite:${at('live')}`,
        another: async (name) => ({ url: `sqlite:${at(name)}`, rows: lazily(() => sqliteRows(at(name))) }),
      });
    });
  });

  it('of PostgreSQL hold whatever was acknowledged before them, and restore', async (t) => {
    const postgres = await startPostgres({ durable: true });
    const admin = new pg.Client(postgres.url);
    try {
      await admin.connect();
      await inFolder(async (folder) => {
        await takeBackups(t, folder, {
          url: postgres.url,
          another: async (name) => {
            await admin.query(`create database "${name}"`);
            const url = new URL(`/${name}`, postgres.url).href;
            return { url, rows: postgresRows(url) };
          },
        });
      });
    } finally {
      await admin.end();
      await postgres.stop();
    }
  });
});

async function takeBackups(t: TestContext, folder: string, { url, another }: Place): Promise<void> {
  const backups = times(2, 20);
  const node = await ParvisNode.create({ settings: { DATABASE_URL: url } });
  await node.start();
  const crew = await Crew.gather(node.address, 8);
  const working = crew.work();
  let written = 0;
  let spent = 0;
  try {
    for (let number = 1; number <= backups; number += 1) {
      await Promise.race([crew.acknowledges(100), working]);
      const file = join(folder, `backup-${number}.db`);
      const [before, start] = [crew.ledger.acknowledged.length, performance.now()];
      await run({ DATABASE_URL: url }, 'backup', file);
      spent += performance.now() - start;
      written += crew.ledger.acknowledged.length - before;

      const rows = sqliteRows(file);
      assert.deepEqual((await rows.read('pragma integrity_check')).map(Object.values), [['ok']]);
      await assertHolds(rows, crew, before, `backup ${number}`);
      const restored = await another(`restored-${number}`);
      await run({}, 'restore', file, '--to', restored.url);
      await assertHolds(restored.rows, crew, before, `restored backup ${number}`);
      if (number === backups) await assertServes(restored.url);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => /partial/.test(name)),
      [],
    );
  } finally {
    crew.finish();
    await working;
    await node.end('SIGTERM');
  }
  const rate = Math.round((written / spent) * 1000);
  t.diagnostic(
    `${backups} of ${backups} backups restored; ${written} writes acknowledged while they were taken, ${rate}/s; ` +
      `${crew.ledger.acknowledged.length} in all; ${Math.round(spent / backups)} ms a backup`,
  );
}

/** Whether the first writes are in those rows, and of the others each as a whole or not at all. */
async function assertHolds(rows: Rows, crew: Crew, first: number, what: string): Promise<void> {
  const ledger = new Ledger();
  const { acknowledged } = crew.ledger;
  for (const write of acknowledged.slice(0, first)) ledger.acknowledge(write, write.id);
  const { findings } = await audit(rows, ledger, [...acknowledged.slice(first), ...crew.pending]);
  assert.deepEqual(findings, sound, what);
  await rows.close();
}

/** Whether people can go on writing in a database. */
async function assertServes(url: string): Promise<void> {
  const node = await ParvisNode.create({ settings: { DATABASE_URL: url } });
  await node.start();
  try {
    for (const handle of ['writer-1', 'somebody-new']) {
      const caller = await GraphQLCaller.withToken(node.address, handle);
      const { pages } = await caller.query('{ pages(keys: ["page-1"]) { id commentCount } }');
      const input = { subjectId: pages[0].id, body: 'After all', idempotencyKey: `after-${handle}` };
      const { comment } = await caller.mutate('addComment', input, 'comment { author { handle } }');
      assert.equal(comment.author.handle, handle);
    }
  } finally {
    await node.end('SIGTERM');
  }
}

async function run(settings: Record<string, string>, ...command: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [parvis, ...command], { env: { ...process.env, ...settings } });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-backups-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opened with the first read: the file is not there before. */
function lazily(open: () => Rows): Rows {
  let rows: Rows | null = null;
  return { read: (sql) => (rows ??= open()).read(sql), close: async () => rows?.close() };
}
