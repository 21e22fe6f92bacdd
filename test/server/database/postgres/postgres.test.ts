import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { afterCommit } from '../../../../server/src/database/after-commit.ts';
import { CannotOpenDatabase, connect, type DatabaseConnection } from '../../../../server/src/database/connect.ts';
import { migrate } from '../../../../server/src/database/migrate.ts';
import { until } from '../../../support/server/until.ts';
import { startPostgres } from '../../../support/services/postgres.ts';
import { killTree } from '../../../support/faults/kill-tree.ts';
import type { Service } from '../../../support/services/service.ts';

const row = (key: string) => ({ viewer_id: 'v', key, fingerprint: '', result: '', created_at: 1 });

describe('a PostgreSQL database', () => {
  let postgres: Service;
  let database: DatabaseConnection;
  const errors: Error[] = [];
  before(async () => {
    postgres = await startPostgres({ settings: { lc_messages: 'C' } });
    database = connect(postgres.url, { poolSize: 4, onError: (error) => errors.push(error) });
    await migrate(database.db);
  });
  after(async () => {
    await database.close();
    await postgres.stop();
  });

  const show = async (name: string, of = database) => {
    const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(of.db);
    return rows[0]!.value;
  };
  const inserted = async (key: string) =>
    (await database.db.selectFrom('idempotency').select('key').where('key', '=', key).execute()).length === 1;

  for (const [configured, used] of [
    ['off', 'on'],
    ['on', 'on'],
    ['local', 'local'],
    ['remote_apply', 'remote_apply'],
  ] as const) {
    it(`acknowledges what is on the disk where its own setting is ${configured}`, async () => {
      await sql`alter database postgres set synchronous_commit = ${sql.lit(configured)}`.execute(database.db);
      const other = connect(postgres.url);

      assert.equal(await show('synchronous_commit', other), used);

      await other.close();
      await sql`alter database postgres reset synchronous_commit`.execute(database.db);
    });
  }

  it('lets no statement and no idle transaction hold others up for ever', async () => {
    assert.deepEqual(
      [await show('statement_timeout'), await show('idle_in_transaction_session_timeout')],
      ['30s', '30s'],
    );
    assert.equal(await show('application_name'), 'parvis');
  });

  it('answers counts and sums as numbers', async () => {
    const { rows } = await sql`select count(*) as count, sum(x) as sum, max(x) as max
      from (values (1::bigint), (9007199254740991::bigint)) as numbers (x)`.execute(database.db);

    assert.deepEqual(rows, [{ count: 2, sum: 9007199254740992, max: 9007199254740991 }]);
  });

  it('keeps text in the order of its bytes, in a database of any language', async () => {
    const words = ['Zoé', 'zoe', 'ÿ', '_', 'a-b', 'ab', 'a b', 'É', 'e', '😀', '\uFFFD', 'A1', 'a10', 'a9'];
    await sql`create database in_english template template0 locale_provider icu icu_locale 'en-US'`.execute(
      database.db,
    );
    const english = connect(new URL('/in_english', postgres.url).href);
    await migrate(english.db);
    await english.db
      .insertInto('person_word')
      .values(words.map((word) => ({ word, sound: null })))
      .execute();

    const stored = await english.db.selectFrom('person_word').select('word').orderBy('word').execute();
    const above = await english.db.selectFrom('person_word').select('word').where('word', '>', 'a9').execute();
    await english.close();

    const bytewise = words.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    assert.deepEqual(
      stored.map(({ word }) => word),
      bytewise,
    );
    assert.equal(above.length, bytewise.length - 1 - bytewise.indexOf('a9'));
  });

  it('has no text column that is in another order', async () => {
    const { rows } = await sql`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`.execute(
      database.db,
    );

    assert.deepEqual(rows, []);
  });

  it('runs a transaction anew that gave way to another, and what follows it once', async () => {
    let followed = 0;
    let entered = 0;
    const bothIn = Promise.withResolvers<null>();
    await database.db
      .insertInto('idempotency')
      .values([row('x'), row('y')])
      .execute();
    const update = async (first: string, second: string) =>
      database.transaction(async (trx) => {
        const change = (key: string) =>
          trx
            .updateTable('idempotency')
            .set({ created_at: sql`created_at + 1` })
            .where('key', '=', key)
            .execute();
        afterCommit(trx, () => followed++);
        await change(first);
        if (++entered === 2) bothIn.resolve(null);
        await bothIn.promise;
        await change(second);
      });

    await Promise.all([update('x', 'y'), update('y', 'x')]);

    assert.ok(entered > 2, 'one of them was undone');
    assert.equal(followed, 2);
    const rows = await database.db
      .selectFrom('idempotency')
      .select('created_at')
      .where('key', 'in', ['x', 'y'])
      .execute();
    assert.deepEqual(rows, [{ created_at: 3 }, { created_at: 3 }]);
  });

  it('tries so five times, and no other error at all', async () => {
    for (const [code, expected] of [
      ['40001', 5],
      ['23514', 1],
    ] as const) {
      let tries = 0;
      const failing = database.transaction(async (trx) => {
        tries++;
        await sql`do $$ begin raise exception using errcode = ${sql.lit(code)}; end $$`.execute(trx);
      });

      await assert.rejects(failing, { code });
      assert.equal(tries, expected);
    }
  });

  it('goes on with what it prepared when another node adds a column', async () => {
    const read = () => database.db.selectFrom('person_word').selectAll().limit(1).execute();
    for (let time = 0; time < 20; time++) await read();

    await sql`alter table person_word add column added integer`.execute(database.db);

    await read();
    await sql`alter table person_word drop column added`.execute(database.db);
    await read();
  });

  it('tells how busy its connections are', async () => {
    const release = Promise.withResolvers<null>();
    const transactions = Array.from({ length: 6 }, () => database.transaction(() => release.promise));

    await until(() => database.pool().waiting === 2);
    assert.deepEqual(database.pool(), { total: 4, idle: 0, waiting: 2 });
    release.resolve(null);
    await Promise.all(transactions);
    assert.deepEqual(database.pool(), { total: 4, idle: 4, waiting: 0 });
  });

  it('outlives the end of its server, at rest and in a transaction, of which nothing is stored', async () => {
    errors.length = 0;
    const interrupted = database.transaction(async (trx) => {
      await trx.insertInto('idempotency').values(row('interrupted')).execute();
      // Alone, its first process would leave others behind that may go on for a moment and store all.
      await killTree(postgres);
      await trx.insertInto('idempotency').values(row('too late')).execute();
    });

    await assert.rejects(interrupted);
    await assert.rejects(show('server_version'));
    await postgres.restart();
    // Those at rest may not have been told of the end yet.
    await until(() => show('server_version').then(Boolean, () => false));

    assert.equal(await inserted('interrupted'), false);
    await database.db.insertInto('idempotency').values(row('afterwards')).execute();
    assert.ok(await inserted('afterwards'));
    assert.ok(errors.length > 0);
  });

  it('is named, without its password, where it cannot be reached', async () => {
    const nowhere = connect('postgres://parvis:secret@127.0.0.1:1/intranet');

    await assert.rejects(migrate(nowhere.db), (error: Error) => {
      assert.match(String(error), /postgres:\/\/127\.0\.0\.1:1\/intranet cannot be reached/);
      assert.doesNotMatch(String(error), /secret/);
      return true;
    });
    await nowhere.close();
    assert.throws(() => connect('postgres://a b/c'), CannotOpenDatabase);
  });
});
