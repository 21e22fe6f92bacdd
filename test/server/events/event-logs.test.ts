import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { compareCursors } from '../../../server/src/events/cursor.ts';
import type { EventLog } from '../../../server/src/events/event-log.ts';
import { MemoryEventLog } from '../../../server/src/events/memory-event-log.ts';
import { closeRedisLogs, events, Follower, openRedisLog, subjects } from '../../support/server/event-log-follower.ts';
import { redisMissing, startRedis } from '../../support/services/redis.ts';
import type { Service } from '../../support/services/service.ts';

interface Kind {
  name: string;
  skip: string | false;
  prepare(): Promise<void>;
  /** A log that is ready, of which the process keeps so many events. */
  open(capacity?: number): Promise<EventLog>;
  finish(): Promise<void>;
}

let redis: Service;

const kinds: Kind[] = [
  {
    name: 'in memory',
    skip: false,
    prepare: async () => {},
    open: async (capacity) => new MemoryEventLog(capacity),
    finish: async () => {},
  },
  {
    name: 'in Redis',
    skip: await redisMissing(),
    prepare: async () => void (redis = await startRedis()),
    open: (capacity) => openRedisLog(redis.url, capacity),
    finish: () => redis.stop(),
  },
];

for (const { name, skip, prepare, open, finish } of kinds) {
  describe(`an event log ${name}`, { skip }, () => {
    before(prepare);
    after(finish);
    afterEach(closeRedisLogs);

    it('tells its followers what comes, in order', async () => {
      const log = await open();
      const [one, other] = [new Follower(log), new Follower(log)];

      await log.append(events(1, 3));
      await log.append(events(4, 1));

      await one.has(4);
      await other.has(4);
      assert.deepEqual(one.subjects, ['1', '2', '3', '4']);
      assert.deepEqual(other.subjects, one.subjects);
      const cursors = one.told.map(({ cursor }) => cursor);
      assert.deepEqual(cursors.toSorted(compareCursors), cursors);
      assert.equal(new Set(cursors).size, 4);
      assert.equal(log.cursor, cursors.at(-1));
    });

    it('tells nobody who has left', async () => {
      const log = await open();
      const [one, other] = [new Follower(log), new Follower(log)];
      one.stop();

      await log.append(events(1, 1));

      await other.has(1);
      assert.deepEqual(one.told, []);
    });

    it('knows what came after each place', async () => {
      const log = await open();
      const follower = new Follower(log);
      const start = log.cursor;
      await log.append(events(1, 5));
      await follower.has(5);

      const since = await Promise.all([start, ...follower.told.map(({ cursor }) => cursor)].map((c) => log.since(c)));

      assert.deepEqual(since.map(subjects), [
        ['1', '2', '3', '4', '5'],
        ['2', '3', '4', '5'],
        ['3', '4', '5'],
        ['4', '5'],
        ['5'],
        [],
      ]);
    });

    it('does not know what came after a place that it never had', async () => {
      const log = await open();
      const follower = new Follower(log);
      await log.append(events(1, 1));
      await follower.has(1);
      const [first, second] = log.cursor.split('-').map(Number) as [number, number];

      for (const cursor of [
        '',
        'x',
        '12',
        '-',
        '1-',
        `${first}-${second}-0`,
        '0-0',
        '1700000000000-0',
        `${first + 100_000}-0`,
      ])
        assert.equal(await log.since(cursor), null, cursor);
    });

    it('forgets the oldest, and knows that it has', async () => {
      const log = await open(100);
      const follower = new Follower(log);
      const start = log.cursor;
      for (let from = 1; from <= 901; from += 100) {
        await log.append(events(from, 100));
        await follower.has(from + 99);
      }

      assert.equal(await log.since(start), null);
      assert.deepEqual(subjects(await log.since(follower.told[900]!.cursor)), subjects(follower.told.slice(901)));
      assert.deepEqual(subjects(await log.since(follower.told[998]!.cursor)), ['1000']);
    });
  });
}
