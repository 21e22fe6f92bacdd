import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pino } from 'pino';
import { EventHub } from '../../../server/src/events/event-hub.ts';
import type { EventRendering } from '../../../server/src/events/event-rendering.ts';
import { MemoryEventLog } from '../../../server/src/events/memory-event-log.ts';
import type { Audience } from '../../../server/src/platform/audience.ts';
import { events } from '../../support/server/event-log-follower.ts';
import { TestClock } from '../../support/server/test-clock.ts';
import { until } from '../../support/server/until.ts';
import { globalId } from '../../support/server/ids.ts';

/** Tells of each event what it is about. */
const rendering: EventRendering = {
  key: 'subjects',
  render: async (logged) => logged.map(({ event }) => Buffer.from(`${event.subject} `)),
  forget() {},
  subscribed: () => Buffer.from('subscribed '),
  resync: () => Buffer.from('resync '),
  refused: () => Buffer.from('refused '),
};

it('a stream gives each event once to a sink that asks for more while it is written to', async () => {
  const log = new MemoryEventLog();
  const hub = new EventHub({ log, clock: new TestClock(), logger: pino({ level: 'silent' }) });
  hub.start();
  const followed = [globalId('page')];
  const audiences = new Set<Audience>();
  const ends = { expiresAt: null, audiencesUntil: null };
  const authorization = { person: null, ...ends, taken: followed, topics: followed, audiences };
  const stream = hub.open({ rendering, authorization, after: null, rights: 0, authorize: async () => authorization });
  const written: string[] = [];
  let open = true;
  stream.start({
    write(bytes) {
      written.push(Buffer.from(bytes).toString().trim());
      if (open) stream.drained();
      return open;
    },
    end() {},
  });
  await until(() => written.length === 1);

  open = false;
  await log.append(events(1, 100));
  await until(() => hub.figures.lag.count === 100);
  open = true;
  stream.drained();

  assert.deepEqual(written, ['subscribed', ...Array.from({ length: 100 }, (_, index) => `${index + 1}`)]);
  hub.close();
});
