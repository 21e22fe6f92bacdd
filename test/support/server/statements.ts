import { mock } from 'node:test';
import pg from 'pg';
import { StatementCache } from '../../../server/src/database/sqlite/statement-cache.ts';
import { onPostgres } from './test-database.ts';

/** The SQL statements that run while `work` does. @throws {Error} when there are none, as when nobody listens to them. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const spy = onPostgres ? mock.method(pg.Client.prototype, 'query') : mock.method(StatementCache.prototype, 'get');
  try {
    await work();
    for (const { arguments: args } of spy.mock.calls) {
      const [statement] = args as unknown as [string | { text: string }];
      statements.push(typeof statement === 'string' ? statement : statement.text);
    }
  } finally {
    spy.mock.restore();
  }
  if (statements.length === 0) throw new Error('No statement was seen.');
  return statements;
}
