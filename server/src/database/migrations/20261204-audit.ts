import { type Kysely, sql } from 'kysely';
import { createTable, isSqlite, wideInteger } from '../portable.ts';

/** The audit log: entries that are added and never changed, and the end of their chain, in one row. */
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'audit_entry')
    .addColumn('number', wideInteger(db), (column) => column.primaryKey().notNull())
    .addColumn('at', wideInteger(db), (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await createTable(db, 'audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('number', wideInteger(db), (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into audit_head (id, number, hash) values (1, 0, ${sql.lit('0'.repeat(64))})`.execute(db);
  await (isSqlite(db) ? refuseOnSqlite(db) : refuseOnPostgres(db));
}

/** A change by mistake fails. Against one on purpose there are the hashes. */
async function refuseOnSqlite(db: Kysely<any>): Promise<void> {
  for (const event of ['update', 'delete'])
    await sql`create trigger ${sql.ref(`audit_entry_${event}`)} before ${sql.raw(event)} on audit_entry
      begin select raise(abort, 'entries of the audit log are never changed'); end`.execute(db);
}

async function refuseOnPostgres(db: Kysely<any>): Promise<void> {
  await sql`create or replace function parvis_audit_entry_stays() returns trigger language plpgsql as $$
    begin raise exception 'entries of the audit log are never changed'; end $$`.execute(db);
  await sql`create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function parvis_audit_entry_stays()`.execute(db);
}
