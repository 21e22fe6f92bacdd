import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

export type Row = Record<string, string | number | null>;

/** Reads a database past the server, from outside of its process. */
export interface Rows {
  /** @param sql - The same for both databases. */
  read(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** @param path - Of the file of an embedded database. */
export function sqliteRows(path: string): Rows {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  return {
    read: async (sql) => database.prepare(sql).all() as Row[],
    close: async () => database.close(),
  };
}

/** Connects anew each time: the database may have been killed in between. */
export function postgresRows(url: string): Rows {
  const types = new pg.TypeOverrides();
  for (const oid of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(oid, Number);
  return {
    async read(sql) {
      const client = new pg.Client({ connectionString: url, types });
      client.on('error', () => {});
      await client.connect();
      try {
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    close: async () => {},
  };
}

/** That an embedded database is whole. */
export async function assertIntegrity(rows: Rows): Promise<void> {
  assert.deepEqual((await rows.read('pragma integrity_check')).map(Object.values), [['ok']]);
  assert.deepEqual(await rows.read('pragma foreign_key_check'), []);
}
