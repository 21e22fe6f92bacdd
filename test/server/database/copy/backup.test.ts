import assert from 'node:assert/strict';
import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { copyDatabase } from '../../../../server/src/database/copy/copy.ts';
import { connect } from '../../../../server/src/database/connect.ts';
import { migrate } from '../../../../server/src/database/migrate.ts';
import { rebuildPeopleSearch } from '../../../../server/src/modules/people/index.ts';
import { createTestDatabase, onPostgres, type TestDatabase } from '../../../support/server/test-database.ts';
import { responsesOf, integrityOf, liveIn, rowsOf } from './lived-in.ts';

const parvis = fileURLToPath(new URL('../../../../server/bin/parvis', import.meta.url));

describe('a backup', () => {
  let folder: string;
  let live: TestDatabase;
  let backup: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-backup-'));
    live = await createDatabase('live.db');
    const original = `sqlite:${join(folder, 'original.db')}`;
    await liveIn(original);
    await copyDatabase({ from: original, to: live.url, rebuild: rebuildPeopleSearch });
    backup = join(folder, 'backup.db');
    const made = await run(['backup', backup]);
    assert.equal(made.status, 0, made.stderr);
    assert.match(made.stdout, /^person +124$/m);
    assert.match(made.stdout, /backup\.db: [\d.]+ MB, schema \d+-[a-z-]+\.\n$/);
  });
  after(async () => {
    await live.drop();
    await rm(folder, { recursive: true });
  });

  /** An empty database of the kind that this run of the tests is about. */
  async function createDatabase(name: string): Promise<TestDatabase> {
    return onPostgres ? createTestDatabase() : { url: `sqlite:${join(folder, name)}`, drop: async () => {} };
  }
  async function run(args: string[], options: SpawnOptions & { url?: string } = {}) {
    const child = spawn(process.execPath, [parvis, ...args], {
      env: { ...process.env, DATABASE_URL: options.url ?? live.url },
      ...options,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [status] = (await once(child, 'close')) as [number];
    return { status, stdout, stderr };
  }
  const leftovers = async () => (await readdir(folder)).filter((name) => /partial|backup\.db-/.test(name));

  it('is one file that holds all there is, and a database of its own', async () => {
    assert.deepEqual(await leftovers(), []);
    assert.equal((await stat(backup)).mode & 0o777, process.platform === 'win32' ? 0o666 : 0o600);
    assert.deepEqual(integrityOf(backup), { integrity: 'ok', orphans: 0 });
    const opened = join(folder, 'opened.db');
    await cp(backup, opened);

    assert.deepEqual(await rowsOf(`sqlite:${opened}`), await rowsOf(live.url));
    assert.deepEqual(await responsesOf(`sqlite:${opened}`), await responsesOf(live.url));
  });

  it('is restored to either kind of database', async () => {
    const targets = [
      await createDatabase('restored.db'),
      { url: `sqlite:${join(folder, 'file.db')}`, drop: async () => {} },
    ];
    for (const { url, drop } of targets) {
      const { status, stdout, stderr } = await run(['restore', backup, '--to', url]);

      assert.equal(status, 0, stderr);
      assert.match(stdout, /^person +124$[\s\S]*Restored .*backup\.db\.\n$/m);
      assert.deepEqual(await rowsOf(url), await rowsOf(live.url));
      assert.deepEqual(await responsesOf(url), await responsesOf(live.url));
      await drop();
    }
  });

  it('goes where DATABASE_URL says, over what is there only when told to', async () => {
    const target = await createDatabase('default.db');
    const first = await run(['restore', backup], { url: target.url });
    const second = await run(['restore', backup], { url: target.url });
    const third = await run(['restore', backup, '--replace'], { url: target.url });

    assert.equal(first.status, 0, first.stderr);
    assert.equal(second.status, 1);
    assert.match(second.stderr, /^parvis: .* is not empty: .*--replace.*\n$/);
    assert.equal(third.status, 0, third.stderr);
    assert.deepEqual(await rowsOf(target.url), await rowsOf(live.url));
    await target.drop();
  });

  it('takes the place of no other file, and leaves nothing behind when it fails', async () => {
    const size = (await stat(backup)).size;
    const again = await run(['backup', backup]);
    const nowhere = await run(['backup', join(folder, 'no', 'such', 'folder', 'x.db')]);
    const missing = await run(['backup', join(folder, 'new.db')], { url: `sqlite:${join(folder, 'missing.db')}` });

    assert.match(again.stderr, /^parvis: .*backup\.db exists already: choose another name\.\n$/);
    assert.equal((await stat(backup)).size, size);
    assert.match(nowhere.stderr, /^parvis: There is no folder .*: create it first\.\n$/);
    assert.match(missing.stderr, /^parvis: .*missing\.db does not exist/);
    assert.deepEqual(await leftovers(), []);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => /new|missing/.test(name)),
      [],
    );
  });

  it('is refused with a reason where it is damaged or none', async () => {
    const damaged = join(folder, 'damaged.db');
    await cp(backup, damaged);
    const file = await open(damaged, 'r+');
    await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 40);
    await file.close();
    const text = join(folder, 'text.db');
    await writeFile(text, 'This is no database. '.repeat(100));
    const orphans = join(folder, 'orphans.db');
    await cp(backup, orphans);
    change(orphans, "pragma foreign_keys = off; delete from person where handle = 'late'");
    const target = await createDatabase('untouched.db');

    for (const [name, reason] of [
      [damaged, /is damaged \(.*\): use another one/],
      [orphans, /is damaged \(a row of \w+ refers to a missing row of person\)/],
      [text, /text\.db cannot be read as a database/],
      [join(folder, 'none.db'), /none\.db does not exist/],
    ] as const) {
      const { status, stderr } = await run(['restore', name, '--to', target.url]);
      assert.equal(status, 1);
      assert.match(stderr, reason);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
    const database = connect(target.url);
    await migrate(database.db);
    await database.close();
    assert.equal((await rowsOf(target.url))['person']!.length, 0);
    await target.drop();
  });

  it('is not needed to move: migrate-data copies from one database to the other and says what', async () => {
    const target = await createDatabase('moved.db');
    const moved = await run(['migrate-data', '--from', `sqlite:${backup}`, '--to', target.url]);
    const wrong = await run(['migrate-data', '--from', 'mysql://x', '--to', target.url]);
    const without = await run(['migrate-data', '--from', `sqlite:${backup}`]);
    const unreachable = await run([
      'migrate-data',
      '--from',
      'postgres://secret:word@127.0.0.1:1/x',
      '--to',
      target.url,
    ]);

    assert.equal(moved.status, 0, moved.stderr);
    assert.match(moved.stdout, /^person +124$[\s\S]* now has the same content as .*backup\.db\.\n$/m);
    assert.deepEqual(await rowsOf(target.url), await rowsOf(live.url));
    assert.match(
      wrong.stderr,
      /^parvis: --from is not a database address: it must be sqlite:PATH or postgres:\/\/….\n$/,
    );
    assert.match(
      without.stderr,
      /^parvis: required option '--to <url>' not specified\. See parvis migrate-data --help\.\n$/,
    );
    assert.match(unreachable.stderr, /^parvis: postgres:\/\/127\.0\.0\.1:1\/x cannot be reached: .*\n$/);
    await target.drop();
  });
});

function change(file: string, statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}
