import assert from 'node:assert/strict';
import type { TestServer } from './test-server.ts';
import { until } from './until.ts';

/** Waits until what happened is in the inboxes of those who are told of it. Live events may still be on their way. */
export async function told({ app }: Pick<TestServer, 'app'>): Promise<void> {
  await until(async () => {
    const jobs = app.database.db
      .selectFrom('job')
      .select('failure')
      .where('kind', 'in', ['tellOfEvent', 'tellFollowers']);
    const waiting = await jobs.execute();
    for (const { failure } of waiting) assert.equal(failure, null);
    return waiting.length === 0;
  });
}
