import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { EventReader } from '../../support/server/event-reader.ts';
import { askToFollow } from '../../support/server/follow.ts';
import { startTestServer } from '../../support/server/test-server.ts';

describe('streams on which nothing happens', () => {
  it('say every fifteen seconds that they are alive, and share one timer', async () => {
    const server = await startTestServer({ PARVIS_ANONYMOUS: 'read' });
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const readers = await Promise.all(
        Array.from({ length: 40 }, async (_, page) => {
          const response = await askToFollow(server.signedOut, [toGlobalId('Page', `p${page}`)]);
          return new EventReader(response.body!);
        }),
      );
      const beats = () => readers.map(({ frames }) => frames.filter(({ comment }) => comment !== undefined).length);
      await Promise.all(readers.map((reader) => reader.subscribed()));

      mock.timers.tick(14_000);
      await settled();
      assert.ok(beats().some((count) => count === 1) && beats().every((count) => count <= 1));
      mock.timers.tick(1_000);
      await settled();
      assert.deepEqual(new Set(beats()), new Set([1]));
      mock.timers.tick(30_000);
      await settled();
      assert.deepEqual(new Set(beats()), new Set([3]));
      await Promise.all(readers.map((reader) => reader.close()));
    } finally {
      mock.timers.reset();
      await server.close();
    }
  });
});

/** What was written in memory has been read. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
