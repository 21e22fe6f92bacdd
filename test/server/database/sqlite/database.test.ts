import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CannotOpenDatabase, connect, type DatabaseConnection } from '../../../../server/src/database/connect.ts';
import { migrate } from '../../../../server/src/database/migrate.ts';

const row = (key: string) => ({ viewer_id: 'v', key, fingerprint: '', result: '', created_at: 1 });

describe('the embedded database', () => {
  let folder: string;
  let url: string;
  let database: DatabaseConnection;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-test-'));
    url = `sqlite:${join(folder, 'test.db')}`;
    database = connect(url);
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const keys = async (of = database) =>
    (await of.db.selectFrom('idempotency').select('key').orderBy('key').execute()).map(({ key }) => key);

  const modes = async () =>
    Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).mode & 0o777));

  it('is its owner’s alone, with the files beside it', { skip: process.platform === 'win32' }, async () => {
    await migrate(database.db);

    assert.deepEqual(await modes(), [0o600, 0o600, 0o600]);
  });

  it('is closed to strangers, not to its group, when it was open', { skip: process.platform === 'win32' }, async () => {
    await migrate(database.db);
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o664);

    await connect(url).close();

    assert.deepEqual(await modes(), [0o660, 0o660, 0o660]);
  });

  it('is brought up to date by several processes at once, each migration once', async () => {
    const others = Array.from({ length: 4 }, () => connect(url));

    const ran = (await Promise.all([database, ...others].map(({ db }) => migrate(db)))).flat();

    assert.equal(new Set(ran).size, ran.length);
    assert.ok(ran.includes('000-platform'));
    assert.deepEqual(await migrate(database.db), []);
    await Promise.all(others.map((other) => other.close()));
  });

  it('lets others have a turn between two transactions', async () => {
    await migrate(database.db);
    let turns = 0;
    let timer = setImmediate(function again() {
      turns++;
      timer = setImmediate(again);
    });

    for (let i = 0; i < 10; i++)
      await database.transaction((trx) =>
        trx
          .insertInto('idempotency')
          .values(row(`${i}`))
          .execute(),
      );

    clearImmediate(timer);
    assert.ok(turns >= 10, `${turns} turns`);
  });

  it('reads what is committed while a transaction is open, without waiting for it', async () => {
    await migrate(database.db);
    await database.db.insertInto('idempotency').values(row('a')).execute();
    let seen: string[] = [];

    await database.transaction(async (trx) => {
      await trx.insertInto('idempotency').values(row('b')).execute();
      seen = await keys();
    });

    assert.deepEqual(seen, ['a']);
    assert.deepEqual(await keys(), ['a', 'b']);
  });

  it('sees at once what it and others have committed, however often it read before', async () => {
    await migrate(database.db);
    const other = connect(url);
    for (const [index, writer] of [database, other, database, other].entries()) {
      assert.equal((await keys()).length, index);
      assert.equal((await keys()).length, index);
      await writer.db
        .insertInto('idempotency')
        .values(row(`key-${index}`))
        .execute();
      assert.equal((await keys()).length, index + 1);
      assert.equal((await keys(other)).length, index + 1);
    }
    await other.close();
  });

  it('takes a transaction back as a whole when it fails', async () => {
    await migrate(database.db);

    const failing = database.transaction(async (trx) => {
      await trx.insertInto('idempotency').values(row('a')).execute();
      throw new Error('no');
    });

    await assert.rejects(failing, /no/);
    assert.deepEqual(await keys(), []);
  });

  it('lets one transaction through after the other', async () => {
    await migrate(database.db);
    const steps: string[] = [];
    const transaction = (name: string) =>
      database.transaction(async () => {
        steps.push(`${name} in`);
        await pause(5);
        steps.push(`${name} out`);
      });

    await Promise.all(['a', 'b', 'c'].map(transaction));

    assert.deepEqual(steps, ['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('says so when a write inside a transaction forgets that it is inside', async () => {
    await migrate(database.db);

    const forgetful = database.transaction(() => database.db.insertInto('idempotency').values(row('a')).execute());

    await assert.rejects(forgetful, /use its `trx`/);
  });

  it('stores no value of a type that it does not have', async () => {
    await migrate(database.db);
    const values = { ...row('a'), created_at: new Date() as unknown as number };

    await assert.rejects(
      database.db.insertInto('idempotency').values(values).execute(),
      /Cannot store \[object Date\]/,
    );
  });

  it('names what cannot be opened', () => {
    assert.throws(() => connect(`sqlite:${join(folder, 'no', 'such', 'folder', 'x.db')}`), CannotOpenDatabase);
    assert.throws(() => connect(`sqlite:${folder}`), /cannot be opened/);
  });
});
