import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { migrate, migrateTo, migrationNames } from '../../../server/src/database/migrate.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));

/** The last one of a version that was ever released: from there on each must leave the version before it at work. */
const firstRelease = '002-social';

describe('the migrations', () => {
  let test: TestDatabase;
  let database: DatabaseConnection;
  beforeEach(async () => {
    test = await createSharedDatabase();
    database = connect(test.url);
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  it('run once when five processes start at once', async () => {
    const env = { ...process.env, DATABASE_URL: test.url };
    const runs = Array.from({ length: 5 }, () => promisify(execFile)(process.execPath, [parvis, 'migrate'], { env }));
    const outputs = (await Promise.all(runs)).map(({ stdout }) => stdout);

    const names = await migrationNames();
    assert.deepEqual(
      outputs.sort(),
      [...Array(4).fill('The database is up to date.\n'), `${names.join('\n')}\n`].sort(),
    );
    assert.deepEqual(await migrate(database.db), []);
  });

  it('run once when five connections of one process start at once', async () => {
    const others = Array.from({ length: 4 }, () => connect(test.url));

    const ran = await Promise.all([database, ...others].map(({ db }) => migrate(db)));

    assert.deepEqual(ran.flat(), await migrationNames());
    await Promise.all(others.map((other) => other.close()));
  });

  it('are all undone when one of them fails', async () => {
    await migrateTo(database.db, firstRelease);
    const before = await columnsOf(database);
    // It stands in the way of the next one that is to come.
    const [next] = (await migrationNames()).filter((name) => name > firstRelease);
    if (next) await sql`create table outbox (in_the_way integer)`.execute(database.db);

    await assert.rejects(migrate(database.db), /failed/);

    await sql`drop table outbox`.execute(database.db);
    assert.deepEqual(await columnsOf(database), before);
    await migrate(database.db);
  });

  it('leave the version before each of them at work: what it reads is there, what it writes is enough', async () => {
    const names = (await migrationNames()).filter((name) => name >= firstRelease);
    for (const [index, name] of names.entries()) {
      const before = await columnsOf(database);
      await migrateTo(database.db, name);
      if (index === 0) continue;
      const after = await columnsOf(database);

      for (const [column, type] of before) assert.equal(after.get(column)?.type, type.type, `${name}: ${column}`);
      const tables = new Set([...before.keys()].map((column) => column.split('.')[0]));
      const demanded = [...after].filter(([column, { optional }]) => {
        const isNew = tables.has(column.split('.')[0]) && !before.has(column);
        const isStricter = before.get(column)?.optional === true && !optional;
        return !optional && (isNew || isStricter);
      });
      assert.deepEqual(demanded, [], `${name} asks for what the version before does not write`);
    }
  });
});

interface Column {
  type: string;
  /** Whether a row can be written without it. */
  optional: boolean;
}

/** All columns, by `table.column`. */
async function columnsOf({ db }: DatabaseConnection): Promise<Map<string, Column>> {
  const tables = await db.introspection.getTables();
  const columns = tables.flatMap((table) =>
    table.columns.map(({ name, dataType, isNullable, hasDefaultValue, isAutoIncrementing }): [string, Column] => [
      `${table.name}.${name}`,
      { type: dataType, optional: isNullable || hasDefaultValue || isAutoIncrementing },
    ]),
  );
  return new Map(columns.sort(([one], [other]) => (one < other ? -1 : 1)));
}
