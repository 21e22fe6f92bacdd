import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ParvisEvent } from '../../../server/src/events/event.ts';
import type { EventLog } from '../../../server/src/events/event-log.ts';
import { MemoryEventLog } from '../../../server/src/events/memory-event-log.ts';
import { Outbox } from '../../../server/src/events/outbox.ts';
import { JobQueue } from '../../../server/src/queue/job-queue.ts';
import { OutboxRelay } from '../../../server/src/events/outbox-relay.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';
import { globalId, rowId } from '../../support/server/ids.ts';

const added = {
  type: 'CommentAdded',
  topics: [globalId('page')],
  subject: globalId('comment'),
  people: [rowId('ana')],
} as const;
const liked = (person: string, subject = 'post') =>
  ({
    type: 'ReactionsChanged',
    topics: [globalId('wall')],
    subject: globalId(subject),
    people: [rowId(person)],
  }) as const;

describe('the outbox', () => {
  let server: TestServer;
  let log: EventLog;
  let told: ParvisEvent[];
  const relays: OutboxRelay[] = [];

  beforeEach(async () => {
    server = await startTestServer();
    log = new MemoryEventLog();
    told = [];
    log.follow({ event: ({ event }) => told.push(event), gap: () => assert.fail('nothing is missing') });
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await server.close();
  });

  function makeRelay(start = true): { outbox: Outbox; relay: OutboxRelay } {
    const { database, log: logger } = server.app;
    // Each is a process of its own.
    const queue = new JobQueue(database, server.clock);
    const relay = new OutboxRelay({
      queue,
      database,
      log,
      clock: server.clock,
      logger,
      gathered: new Set(['ReactionsChanged']),
    });
    if (start) relay.start();
    relays.push(relay);
    return { relay, outbox: new Outbox(relay, queue, new Set()) };
  }

  const write = (outbox: Outbox, ...events: Omit<ParvisEvent, 'id'>[]) =>
    server.app.database.transaction(async (trx) => {
      for (const event of events) await outbox.record(trx, event);
    });

  const rows = () => server.app.database.db.selectFrom('job').selectAll().execute();
  const isEmpty = async () => (await rows()).length === 0;

  it('tells an event once its transaction is stored, and then forgets it', async () => {
    const { outbox } = makeRelay();
    await server.app.database.transaction(async (trx) => {
      await outbox.record(trx, added);
      assert.deepEqual(told, []);
    });
    await until(() => told.length === 1);
    assert.deepEqual(told[0], { ...added, id: told[0]!.id });
    await until(isEmpty);
  });

  it('tells nothing of a transaction that failed', async () => {
    const { outbox, relay } = makeRelay();
    const failing = server.app.database.transaction(async (trx) => {
      await outbox.record(trx, added);
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    await write(outbox, { ...added, subject: globalId('another') });
    await relay.stop();
    assert.deepEqual(
      told.map(({ subject }) => subject),
      ['another'],
    );
  });

  it('tells a hundred reactions to one subject as a few events, the last of which names who came last', async () => {
    const { outbox, relay } = makeRelay();
    for (let person = 0; person < 100; person++) await write(outbox, liked(`person ${person}`));
    await write(outbox, liked('somebody', 'another post'));
    await relay.stop();
    const events = told.filter(({ subject }) => subject === 'post');
    assert.ok(events.length < 20, `${events.length} events`);
    assert.equal(new Set(events.flatMap(({ people }) => people)).size, 100);
    assert.ok(events.at(-1)!.people.includes(rowId('person 99')));
    assert.equal(told.filter(({ subject }) => subject === 'another post').length, 1);
    assert.deepEqual(await rows(), []);
  });

  it('tells what comes while it ends telling what came before, at whatever moment', async () => {
    const { relay } = makeRelay();
    for (let moments = 0; moments < 20; moments++) {
      relay.push([{ id: rowId(`first ${moments}`), ...added }]);
      for (let moment = 0; moment < moments; moment++) await Promise.resolve();
      relay.push([{ id: rowId(`second ${moments}`), ...added }]);
      await until(() => told.length === 2 * (moments + 1));
    }
  });

  it('leaves the events of a program that serves nobody to one that does', async () => {
    const { outbox } = makeRelay(false);
    await write(outbox, added);
    assert.equal((await rows())[0]!.owner, '');
    makeRelay();
    await until(() => told.length === 1);
    await until(isEmpty);
  });

  it('takes over the events of a process that died, not those of one that lives', async () => {
    const { outbox: dead, relay } = makeRelay();
    // It dies between the commit and the log.
    relay.push = () => {};
    await write(dead, added);
    await relay.stop();
    makeRelay();
    const { outbox } = makeRelay();
    await write(outbox, { ...added, subject: globalId('of one that lives') });
    await until(() => told.length === 1);
    assert.equal(told[0]!.subject, 'of one that lives');
    await until(async () => (await rows()).length === 1);
    server.clock.advance(11_000);
    await until(() => told.length === 2);
    assert.equal(told[1]!.subject, 'comment');
    await until(isEmpty);
  });

  it('takes over what nodes of the version before have left, not what they are about to tell', async () => {
    const former = {
      type: 'CommentAdded',
      topics: '["page"]',
      people: '["ana"]',
      claimed_at: server.clock.now(),
    } as const;
    await server.app.database.db
      .insertInto('outbox')
      .values([
        { ...former, id: rowId('1'), subject: globalId('of a command'), owner: '' },
        { ...former, id: rowId('2'), subject: globalId('of a node'), owner: 'former node' },
      ])
      .execute();
    makeRelay();
    await until(() => told.length === 1);
    assert.deepEqual(told, [{ ...added, id: '1', subject: 'of a command' }]);

    server.clock.advance(11_000);

    await until(() => told.length === 2);
    assert.equal(told[1]!.subject, 'of a node');
    await until(isEmpty);
    assert.deepEqual(await server.app.database.db.selectFrom('outbox').selectAll().execute(), []);
  });

  it('gives up an event that it cannot read, and says which', async () => {
    const { outbox } = makeRelay(false);
    await write(outbox, added);
    await server.app.database.db.updateTable('job').set({ payload: '{"type":"CommentAdded"}' }).execute();
    makeRelay();

    await until(async () => (await rows())[0]!.dead_at !== null);

    const [row] = await rows();
    assert.match(row!.failure!, /^This version cannot read the payload: topics: /);
    assert.ok(server.logged.some(({ id, failure }) => id === row!.id && failure === row!.failure));
  });

  it('tells at a stop that others may take what the log did not', async () => {
    log.append = () => Promise.reject(new Error('away'));
    const { outbox, relay } = makeRelay();
    await write(outbox, added);
    await until(() => relay.backlog === 1);

    await relay.stop();

    assert.deepEqual([(await rows())[0]!.owner, (await rows())[0]!.due_at], ['', server.clock.now()]);
  });

  it('tells what was stored though the connection was lost before it said so', async () => {
    const { outbox, relay } = makeRelay();
    const push = relay.push.bind(relay);
    relay.push = () => {};
    await write(outbox, added);
    relay.push = push;
    server.clock.advance(11_000);
    await until(() => told.length === 1);
    await until(isEmpty);
  });

  it('keeps what the log does not take, tells it when it does, and lets nobody take it over meanwhile', async () => {
    const append = log.append.bind(log);
    let away = true;
    log.append = (events) => (away ? Promise.reject(new Error('away')) : append(events));
    const { outbox, relay } = makeRelay();
    const { relay: other } = makeRelay();
    await write(outbox, added, { ...added, subject: globalId('second') });
    await until(() => relay.backlog === 2);
    for (let step = 0; step < 5; step++) {
      server.clock.advance(4_000);
      const [renewed] = await rows();
      await until(async () => (await rows())[0]!.due_at! > renewed!.due_at!);
    }
    assert.equal(other.backlog, 0);
    away = false;
    await until(() => told.length === 2);
    assert.deepEqual(
      told.map(({ subject }) => subject),
      ['comment', 'second'],
    );
    await until(isEmpty);
  });
});
