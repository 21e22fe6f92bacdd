import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { AuditEntry, AuditHead } from '../../../server/src/audit/audit-entry.ts';
import type { AuditFault } from '../../../server/src/audit/audit-check.ts';
import { AuditLog } from '../../../server/src/audit/audit-log.ts';
import { connect, type DatabaseConnection } from '../../../server/src/database/connect.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClock } from '../../support/server/test-clock.ts';
import { createSharedDatabase, onPostgres, type TestDatabase } from '../../support/server/test-database.ts';

declare module '../../../server/src/audit/audit-entry.ts' {
  interface AuditActions {
    testAct: { word: string };
  }
}

const length = 100;

describe('the chain of the audit log', () => {
  let test: TestDatabase;
  let database: DatabaseConnection;
  let audit: AuditLog;
  beforeEach(async () => {
    test = await createSharedDatabase();
    database = connect(test.url);
    await migrate(database.db);
    audit = new AuditLog(database, new TestClock());
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  const act = (word: string, log = audit) =>
    log.recordAlone({ actor: `Person:${newId()}`, action: 'testAct', subject: null, details: { word } });
  const fill = async () => {
    for (let number = 1; number <= length; number++) await act(`act ${number}`);
  };
  const isWhole = (found: AuditFault | AuditHead): found is AuditHead => 'hash' in found;
  const faultAt = async (known?: AuditHead) => {
    const found = await audit.verify(known);
    return isWhole(found) ? null : found.entry;
  };
  /** As somebody with all rights on the database. */
  const unguard = async () => {
    const triggers = onPostgres ? ['audit_entry_stays'] : ['audit_entry_update', 'audit_entry_delete'];
    for (const trigger of triggers)
      await sql`drop trigger ${sql.ref(trigger)} ${sql.raw(onPostgres ? 'on audit_entry' : '')}`.execute(database.db);
  };
  const update = (number: number, values: Partial<AuditEntry>) =>
    database.db.updateTable('audit_entry').set(values).where('number', '=', number).execute();
  const rowOf = (number: number) =>
    database.db.selectFrom('audit_entry').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
  const remove = (from: number, to = from) =>
    database.db.deleteFrom('audit_entry').where('number', '>=', from).where('number', '<=', to).execute();

  it('is whole while entries are only added', async () => {
    assert.deepEqual(await audit.verify(), { number: 0, hash: '0'.repeat(64) });

    await fill();

    const found = await audit.verify();
    assert.ok(isWhole(found));
    assert.equal(found.number, length);
    assert.deepEqual(await audit.head(), { number: found.number, hash: found.hash });
  });

  it('shows each column of each entry that was changed', async () => {
    await fill();
    await unguard();
    const planted: Partial<AuditEntry>[] = [
      { number: 7_777 },
      { at: 1 },
      { actor: 'command line' },
      { action: 'anotherAct' },
      { subject: 'Person:another' },
      { details: '{"word":"another"}' },
      { previous: 'a'.repeat(64) },
      { hash: 'b'.repeat(64) },
    ];
    assert.deepEqual(planted.flatMap(Object.keys).sort(), Object.keys(await rowOf(1)).sort());

    for (let number = 1; number <= length; number++) {
      const { number: _number, ...row } = await rowOf(number);
      for (const change of planted) {
        await update(number, change);
        assert.equal(await faultAt(), number, `${Object.keys(change).join()} of ${number}`);
        await update(change.number ?? number, { number, ...row });
      }
    }
    assert.equal(await faultAt(), null);
  });

  it('shows entries that were removed or exchanged', async () => {
    await fill();
    await unguard();
    const head = await audit.head();
    const middle = await rowOf(50);
    await remove(50);
    assert.equal(await faultAt(), 50);
    await database.db.insertInto('audit_entry').values(middle).execute();
    assert.equal(await faultAt(), null);

    for (const [one, other] of [
      [20, 21],
      [3, 90],
    ] as const) {
      await update(one, { number: 7_777 });
      await update(other, { number: one });
      await update(7_777, { number: other });
      assert.equal(await faultAt(), one);
      await update(one, { number: 7_777 });
      await update(other, { number: one });
      await update(7_777, { number: other });
    }
    assert.equal(await faultAt(head), null);
  });

  it('shows an end that was cut, by its head or by one that was logged', async () => {
    await fill();
    const logged = await audit.head();
    await unguard();
    await remove(95, length);
    assert.equal(await faultAt(), 95);

    const { number, hash } = await rowOf(94);
    await database.db.updateTable('audit_head').set({ number, hash }).execute();
    assert.equal(await faultAt(), null);
    assert.equal(await faultAt(logged), 95);

    for (let number = 95; number <= length + 5; number++) await act(`other act ${number}`);
    assert.equal(await faultAt(), null);
    assert.equal(await faultAt(logged), length);
  });

  it('shows that all was removed', async () => {
    await fill();
    const logged = await audit.head();
    await unguard();
    await remove(1, length);
    await database.db
      .updateTable('audit_head')
      .set({ number: 0, hash: '0'.repeat(64) })
      .execute();

    assert.equal(await faultAt(), null);
    assert.equal(await faultAt(logged), 1);
  });

  it('cannot be changed by mistake', async () => {
    await fill();

    await assert.rejects(update(7, { actor: 'command line' }), /never changed/);
    await assert.rejects(remove(7), /never changed/);
    assert.equal(await faultAt(), null);
  });

  it('has no entry of a transaction that failed', async () => {
    await act('first');

    const failing = database.transaction(async (trx) => {
      await audit.record(trx, { actor: 'server', action: 'testAct', subject: null, details: { word: 'undone' } });
      throw new Error('undone');
    });

    await assert.rejects(failing, /undone/);
    assert.equal((await audit.head()).number, 1);
    assert.equal(await faultAt(), null);
  });

  it('is one chain, whoever records at the same time', async () => {
    const nodes = onPostgres ? [connect(test.url), connect(test.url)] : [];
    const logs = onPostgres ? nodes.map((node) => new AuditLog(node, new TestClock())) : [audit, audit];
    const writers = logs.flatMap((log, node) => [1, 2, 3, 4].map((writer) => ({ log, name: `${node}/${writer}` })));

    await Promise.all(
      writers.map(async ({ log, name }) => {
        for (let times = 0; times < 25; times++) await act(name, log);
      }),
    );

    const found = await audit.verify();
    assert.ok(isWhole(found));
    assert.equal(found.number, 8 * 25);
    for (const node of nodes) await node.close();
  });
});
