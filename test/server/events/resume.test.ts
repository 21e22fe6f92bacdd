import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ParvisEvent } from '../../../server/src/events/event.ts';
import { type GlobalId, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import type { EventReader } from '../../support/server/event-reader.ts';
import { follow, type FollowOptions } from '../../support/server/follow.ts';
import { until } from '../../support/server/until.ts';
import { startIntranet } from '../../support/server/intranet.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const news = toGlobalId('Page', 'news');
const other = toGlobalId('Page', 'other');

describe('a stream that begins where another broke', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ PARVIS_ANONYMOUS: 'read' });
    server.app.start();
  });
  afterEach(() => server.close());

  const reader = (options?: FollowOptions) => follow(server.signedOut, [news], options);

  const append = (count: number, topic = news) =>
    server.app.events.log.append(Array.from({ length: count }, () => locked(topic)));

  it('tells what was missed, then what comes', async () => {
    const first = await reader();
    await append(3);
    const [one] = await first.have(1);
    await first.close();
    await append(2, other);
    await append(2);

    const second = await reader({ after: one.cursor });
    await append(1);

    await second.have(5);
    assert.deepEqual(second.types.slice(0, 2), ['Subscribed', 'DiscussionLocked']);
    assert.equal(second.told[0].cursor, one.cursor);
    assert.deepEqual(numbers(second), [2, 3, 6, 7, 8]);
  });

  it('misses and doubles nothing that comes while it begins', async () => {
    const start = server.app.events.log.cursor;
    let appended = 0;
    const readers: EventReader[] = [];
    await append((appended += 50));

    // Each begins in the middle of events that are being told, read and appended.
    for (let round = 0; round < 30; round += 1) {
      const opening = [reader({ after: start }), reader({ after: `${start.split('-')[0]}-${round}` })];
      for (let event = 0; event < 5; event += 1) {
        void append(1);
        appended += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      readers.push(...(await Promise.all(opening)));
    }

    for (const [index, one] of readers.entries()) {
      const from = index % 2 === 0 ? 0 : Math.floor(index / 2);
      await one.have(appended - from);
      assert.deepEqual(
        numbers(one),
        Array.from({ length: appended - from }, (_, event) => from + event + 1),
      );
      assert.ok(!one.types.includes('Resync'));
    }
  });

  it('doubles nothing that is being read for others while it begins', async () => {
    const start = server.app.events.log.cursor;
    const first = await reader();
    const { subjects } = server.app.services;
    const original = subjects.visiblePage.bind(subjects);
    let go!: () => void;
    const held = new Promise<void>((resolve) => (go = resolve));
    subjects.visiblePage = async (...args) => held.then(() => original(...args));
    await append(3);

    const second = await reader({ after: start });
    await append(197);
    go();

    for (const one of [first, second]) {
      await until(() => one.events.at(-1)?.cursor === server.app.events.log.cursor);
      assert.deepEqual(
        numbers(one),
        Array.from({ length: 200 }, (_, index) => index + 1),
      );
    }
  });

  for (const [what, after] of [
    ['of another start of the server', () => '1700000000000-3'],
    ['that nobody ever gave', () => 'yesterday'],
    ['of what is to come', () => server.app.events.log.cursor.replace(/\d+$/, '99')],
  ] as const) {
    it(`says that the reader has to read again after a cursor ${what}`, async () => {
      const all = await reader();
      await append(2);
      await all.have(2);

      const one = await reader({ after: after() });
      await append(1);

      await one.have(1);
      assert.deepEqual(one.types, ['Subscribed', 'Resync', 'DiscussionLocked']);
      assert.deepEqual(
        one.told.map(({ cursor }) => Number(cursor.split('-')[1])),
        [2, 2, 3],
      );
    });
  }

  it('says so instead of telling more than a thousand events', async () => {
    const start = server.app.events.log.cursor;
    const all = await reader();
    await append(1_001);
    await all.have(1_001);

    const one = await reader({ after: start });
    const least = await reader({ after: start.replace(/\d+$/, '1') });

    await append(1);
    await one.have(1);
    assert.deepEqual(one.types, ['Subscribed', 'Resync', 'DiscussionLocked']);
    await least.have(1_001);
    assert.ok(!least.types.includes('Resync'));
  });
});

it('a stream that begins tells also what is about people of whom nobody was there', async () => {
  const { ana, server, close } = await startIntranet();
  server.app.start();
  const { id } = (await ana.client.query('{ viewer { person { id } } }')).viewer.person as { id: GlobalId };
  const { log } = server.app.events;
  const after = log.cursor;
  await log.append([{ id: newId(), type: 'InboxChanged', topics: [id], subject: id, people: [], isPersonal: true }]);

  const back = await follow(ana.client, [id], { after });

  await back.have(1);
  assert.deepEqual(back.types, ['Subscribed', 'InboxChanged']);
  await back.close();
  await close();
});

function locked(topic: GlobalId): ParvisEvent {
  return { id: newId(), type: 'DiscussionLocked', topics: [topic], subject: topic, people: [] };
}

/** Which events of the log a reader was told, in that order. */
function numbers(reader: EventReader): number[] {
  return reader.events.map(({ cursor }) => Number(cursor.split('-')[1]));
}
