import assert from 'node:assert/strict';
import type { TestServer } from './test-server.ts';
import { until } from './until.ts';

const telling = ['tellOfEvent', 'tellMany'];

/** Waits until what happened is in the inboxes of those who are told of it. Live events may still be on their way. */
export function told(server: Pick<TestServer, 'app'>): Promise<void> {
  return done(server, telling);
}

/** Waits until everybody is told of what happened, live too: half a second longer. */
export function published(server: Pick<TestServer, 'app'>): Promise<void> {
  return done(server, [...telling, 'publishEvent']);
}

async function done({ app }: Pick<TestServer, 'app'>, kinds: readonly string[]): Promise<void> {
  await until(async () => {
    const jobs = app.database.db.selectFrom('job').select('failure').where('kind', 'in', kinds);
    const waiting = await jobs.execute();
    for (const { failure } of waiting) assert.equal(failure, null);
    return waiting.length === 0;
  });
}
