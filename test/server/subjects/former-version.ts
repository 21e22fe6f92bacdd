import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { connect } from '../../../server/src/database/connect.ts';
import { migrateTo } from '../../../server/src/database/migrate.ts';

/** The last migration of the version in which keys had no queries and no routes. */
const versionBefore = '003-outbox';

/** Fills a database with what the version before wrote: see the head of the file. */
export async function loadFormerVersion(url: string): Promise<void> {
  const { db, close } = connect(url);
  await migrateTo(db, versionBefore);
  const rows = await readFile(new URL('former-version.sql', import.meta.url), 'utf8');
  for (const statement of rows.split(/;\n/).filter((text) => text.includes('insert into')))
    await sql.raw(statement).execute(db);
  await close();
}
