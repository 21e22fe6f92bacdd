import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type AuditEntry, hashOf } from '../../../server/src/audit/audit-entry.ts';
import { AuditLog } from '../../../server/src/audit/audit-log.ts';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { runCommand } from '../../support/server/run-command.ts';
import { TestClock } from '../../support/server/test-clock.ts';
import { createSharedDatabase, onPostgres, type TestDatabase } from '../../support/server/test-database.ts';

describe('parvis audit', () => {
  let test: TestDatabase;
  let database: DatabaseConnection;
  let audit: AuditLog;
  beforeEach(async () => {
    test = await createSharedDatabase();
    process.env['DATABASE_URL'] = test.url;
    database = connect(test.url);
    await migrate(database.db);
    audit = new AuditLog(database, new TestClock());
    await record(3);
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    process.exitCode = undefined;
    await database.close();
    await test.drop();
  });

  const record = async (times: number) => {
    for (let trusted = 1; trusted <= times; trusted++)
      await audit.recordAlone({ actor: 'command line', action: 'trustMails', subject: null, details: { trusted } });
  };
  const run = (...args: string[]) => runCommand('audit', ...args);

  it('verify prints the end of a log in which nothing was changed', async () => {
    const { hash } = await audit.head();

    assert.deepEqual((await run('verify')).lines, [`3 entries, none changed. Head: 3:${hash}`]);
    assert.equal(process.exitCode, undefined);
    await record(1);
    assert.match((await run('verify', '--head', `3:${hash}`)).lines[0]!, /^4 entries, none changed\. Head: 4:/);
  });

  it('verify prints the first wrong entry and what it expected, and exits with 1', async () => {
    const { hash } = await audit.head();
    const trigger = onPostgres ? 'audit_entry_stays on audit_entry' : 'audit_entry_update';
    await sql`drop trigger ${sql.raw(trigger)}`.execute(database.db);
    await database.db.updateTable('audit_entry').set({ actor: 'server' }).where('number', '>=', 2).execute();

    const { lines } = await run('verify');

    assert.match(lines[0]!, /^Entry 2 is wrong: its hash is [0-9a-f]{64}; expected [0-9a-f]{64}, by its content\.$/);
    assert.equal(process.exitCode, 1);
    process.exitCode = undefined;
    assert.match((await run('verify', '--head', `9:${hash}`)).lines[0]!, /^Entry 2 is wrong/);
  });

  it('verify finds by an end from the log that entries are missing', async () => {
    const { hash } = await audit.head();

    const { lines } = await run('verify', '--head', `5:${hash}`);

    assert.deepEqual(lines, ['Entry 4 is wrong: it is missing: the log ends with entry 3, and had 5.']);
    assert.equal(process.exitCode, 1);
  });

  it('verify refuses an end that is none', async () => {
    for (const head of ['3', '3:abc', `x:${'0'.repeat(64)}`])
      assert.match((await run('verify', '--head', head)).error, /--head takes a number and a hash/);
  });

  it('export writes what others can verify, one JSON object a line', async () => {
    const lines = (await run('export')).lines.map((line) => JSON.parse(line) as AuditEntry);

    assert.deepEqual(
      lines.map(({ number, details }) => [number, details]),
      [1, 2, 3].map((number) => [number, `{"trusted":${number}}`]),
    );
    for (const entry of lines) assert.equal(entry.hash, hashOf(entry));
    assert.deepEqual(
      (await run('export', '--after', '2')).lines.map((line) => (JSON.parse(line) as AuditEntry).number),
      [3],
    );
  });
});
