import { mock } from 'node:test';
import { StatementCache } from '../../../server/src/database/sqlite/statement-cache.ts';

/** The SQL statements that run while `work` does. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const spy = mock.method(StatementCache.prototype, 'get');
  try {
    await work();
    return spy.mock.calls.map((call) => call.arguments[0] as string);
  } finally {
    spy.mock.restore();
  }
}
