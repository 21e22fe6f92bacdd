import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventType, ParvisEvent } from '../../../server/src/events/event.ts';
import { type GlobalId, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { askToFollow, follow } from '../../support/server/follow.ts';
import { until } from '../../support/server/until.ts';
import { type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const news = toGlobalId('Page', 'news');

describe('how events are told', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet({ PARVIS_STREAM_LIMIT: '1000' });
    intranet.server.app.start();
  });
  afterEach(() => intranet.close());

  const append = (type: string, subject: GlobalId) => {
    const event: ParvisEvent = { id: newId(), type: type as EventType, topics: [news], subject, people: [] };
    return intranet.server.app.events.log.append([event]);
  };

  it('leaves out what is about something that is gone', async () => {
    const bob = await follow(intranet.bob.client, [news]);

    await append('CommentAdded', toGlobalId('Comment', 'gone'));
    await append('DiscussionLocked', news);

    await bob.have(1);
    assert.deepEqual(bob.types, ['Subscribed', 'DiscussionLocked']);
    assert.deepEqual(intranet.server.logged, []);
  });

  it('asks readers to read again where it does not know what happened, as in a later version', async () => {
    const bob = await follow(intranet.bob.client, [news]);

    await append('DiscussionLocked', news);
    await append('SomethingNew', news);
    await append('DiscussionLocked', news);

    await bob.have(2);
    assert.deepEqual(bob.types, ['Subscribed', 'DiscussionLocked', 'Resync', 'DiscussionLocked']);
    assert.equal(new Set(bob.told.map(({ cursor }) => cursor)).size, 4);
  });

  it('asks readers to read again where an event cannot be read, and says so in the log', async () => {
    const bob = await follow(intranet.bob.client, [news]);
    const { subjects } = intranet.server.app.services;
    const original = subjects.visiblePage.bind(subjects);
    subjects.visiblePage = async () => {
      throw new Error('The database is away.');
    };

    await append('DiscussionLocked', news);
    await until(() => bob.types.includes('Resync'));
    subjects.visiblePage = original;
    await append('DiscussionLocked', news);

    await bob.have(1);
    assert.deepEqual(bob.types, ['Subscribed', 'Resync', 'DiscussionLocked']);
    assert.deepEqual(
      intranet.server.logged.map(({ err }) => err.message),
      ['The database is away.'],
    );
  });

  it('tells nobody of rights', async () => {
    const bob = await follow(intranet.bob.client, [news, toGlobalId('Person', 'somebody')]);

    await append('RightsChanged', toGlobalId('Person', 'somebody'));
    await append('DiscussionLocked', news);

    await bob.have(1);
    assert.deepEqual(bob.types, ['Subscribed', 'DiscussionLocked']);
  });

  it('differs by document, and stays in order for each', async () => {
    const documents = ['cursor', '__typename cursor', 'cursor ... on DiscussionLocked { subject { id commentCount } }'];
    const readers = await Promise.all(
      documents.map(async (selection) => {
        const query = `subscription ($topics: [ID!]!) { events(topics: $topics) { ${selection} } }`;
        return follow(intranet.bob.client, [news], { query });
      }),
    );

    for (let event = 0; event < 100; event += 1) await append('DiscussionLocked', news);

    for (const reader of readers) {
      await until(() => reader.told.length === 101);
      const numbers = reader.told.map(({ cursor }) => Number(cursor.split('-')[1]));
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
      assert.equal(new Set(numbers).size, 101);
    }
    assert.deepEqual(Object.keys(readers[0]!.told[1]), ['cursor']);
    assert.deepEqual(readers[2]!.told[1].subject, { id: news, commentCount: 0 });
  });

  it('differs in four ways for one person at most, however many they ask for at once, and leaves room for others', async () => {
    const ask = (employee: Employee, alias: string) =>
      askToFollow(employee.client, [news], {
        query: `subscription ($topics: [ID!]!) { ${alias}: events(topics: $topics) { cursor } }`,
      });
    const asked = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(intranet.bob, `a${index}`)));

    // Which of them, is left to the order in which the database answers.
    const open = asked.filter(({ status }) => status === 200);
    const refused = asked.find(({ status }) => status !== 200)!;
    const others = [
      await ask(intranet.bob, `a${asked.indexOf(open[0]!)}`),
      await ask(intranet.ana, 'b'),
      await ask(intranet.nobody, 'c'),
    ];

    assert.equal(open.length, 4);
    assert.equal((await refused.json()).errors[0].extensions.code, 'LIMIT_EXCEEDED');
    assert.deepEqual(
      others.map(({ status }) => status),
      [200, 200, 200],
    );
    for (const { body } of [...open, ...others]) await body!.cancel();
    assert.equal((await ask(intranet.bob, 'd')).status, 200);
  });
});
