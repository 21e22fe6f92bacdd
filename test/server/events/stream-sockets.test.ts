import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ParvisEvent } from '../../../server/src/events/event.ts';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import { newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { eventsDocument } from '../../support/server/follow.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { RawStream } from '../../support/server/raw-stream.ts';
import { published } from '../../support/server/told.ts';
import { until } from '../../support/server/until.ts';

const news = toGlobalId('Page', 'news');
const body = JSON.stringify({ query: eventsDocument, variables: { topics: [news] } });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('event streams over sockets', () => {
  let intranet: Intranet;
  let listening: Listening;
  beforeEach(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
    listening = await listen(intranet.server.app.handle, { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    intranet.server.app.drain();
    await listening.stop(1_000);
    await intranet.close();
  });

  const open = () => new RawStream(listening.port, body).begun();
  const hub = () => intranet.server.app.events;
  const memory = () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  it('keep little for a reader who stops reading, and all for the others', async () => {
    const comment = await intranet.ana.comment(news, 'x'.repeat(8_000));
    // Until it is told that she follows the page now: nothing else comes between what is counted.
    await published(intranet.server);
    const stuck = await open();
    stuck.socket.pause();
    const readers = await Promise.all([open(), open(), open()]);
    const added = (): ParvisEvent => ({
      id: newId(),
      type: 'CommentAdded',
      topics: [news],
      subject: comment,
      people: [],
    });
    const before = memory();

    for (let round = 0; round < 100; round += 1) {
      await hub().log.append(Array.from({ length: 100 }, added));
      await until(() => hub().figures.lag.count >= (round + 1) * 100);
    }

    for (const reader of readers) {
      await until(() => reader.cursors.at(-1) === hub().log.cursor);
      assert.equal(reader.cursors.length, 10_001);
      assert.deepEqual(reader.resyncs, []);
      const numbers = reader.cursors.map((cursor) => Number(cursor.split('-')[1]));
      assert.ok(numbers.slice(1).every((number, index) => number === numbers[index]! + 1));
    }
    // 80 MB were written to each of the others. The events themselves, which the log keeps, are some 5.
    await until(() => memory() - before < 25_000_000);
    assert.ok(hub().figures.dropped > 5_000);

    stuck.socket.resume();
    await until(() => stuck.resyncs.length > 0);
    await hub().log.append([added()]);
    await until(() => stuck.cursors.at(-1) === hub().log.cursor);
    assert.equal(stuck.resyncs.length, 1);
    assert.equal(stuck.resyncs[0], readers[0]!.cursors[10_000]);
    for (const { socket } of [stuck, ...readers]) socket.destroy();
  });

  it('leave nothing behind when readers come and go', async () => {
    const round = async (count: number) => {
      const streams = await Promise.all(Array.from({ length: count }, open));
      assert.equal(hub().figures.open, count);
      for (const { socket } of streams) socket.destroy();
      await until(() => hub().figures.open === 0);
    };
    for (let warm = 0; warm < 3; warm += 1) await round(100);
    const before = memory();

    for (let time = 0; time < 5; time += 1) await round(100);

    await until(() => memory() - before < 2_000_000);
    assert.equal(hub().topics, 0);
    assert.equal(hub().renderings, 0);
    assert.equal(hub().behind, 0);
  });

  it('end at once when the server stops, those that take nothing too', async () => {
    const comment = await intranet.ana.comment(news, 'x'.repeat(8_000));
    const [reader, stuck] = [await open(), await open()];
    stuck.socket.pause();
    for (let round = 0; hub().figures.dropped === 0; round += 1) {
      const event = { type: 'CommentAdded', topics: [news], subject: comment, people: [] } as const;
      await hub().log.append(Array.from({ length: 100 }, () => ({ id: newId(), ...event })));
      await until(() => hub().figures.lag.count >= (round + 1) * 100);
    }

    intranet.server.app.drain();
    await listening.stop(60_000);

    await until(() => reader.isClosed);
    assert.ok(reader.isComplete);
    assert.equal(hub().figures.open, 0);
    stuck.socket.resume();
    await until(() => stuck.isClosed);
    assert.ok(!stuck.isComplete);
  });

  it('that come while the server stops end at once', async () => {
    intranet.server.app.drain();

    const late = new RawStream(listening.port, body);

    await until(() => late.isClosed);
    assert.ok(late.isComplete);
    assert.deepEqual(late.cursors, []);
  });
});
