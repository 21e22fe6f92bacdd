import assert from 'node:assert/strict';
import type { TestServer } from './test-server.ts';
import { until } from './until.ts';

/** Waits until everybody is told of what has happened. */
export async function told({ app }: Pick<TestServer, 'app'>): Promise<void> {
  await until(async () => {
    const jobs = app.database.db
      .selectFrom('job')
      .select('failure')
      .where('kind', 'in', ['tellOfEvent', 'tellFollowers', 'publishEvent']);
    const waiting = await jobs.execute();
    for (const { failure } of waiting) assert.equal(failure, null);
    return waiting.length === 0;
  });
}
