import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { summarize } from '../../../server/src/modules/notifications/figures/figure.ts';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { told } from '../../support/server/told.ts';

const day = 24 * 60 * 60 * 1000;
const names = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];

describe('how much people are told a day', () => {
  let intranet: Intranet;
  let pages = 0;

  before(async () => {
    intranet = await startIntranet({ PARVIS_TIME_ZONE: 'Europe/Paris' });
    intranet.server.app.start();
    await addPeople(intranet.server, Object.fromEntries(names.map((name) => [name, { name: `Person ${name}` }])));
  });
  after(() => intranet.close());

  /** Each person is told one more than the one before. */
  const replyMoreAndMore = async (people: readonly string[]): Promise<GlobalId[]> => {
    const replies: GlobalId[] = [];
    for (const [index, name] of people.entries()) {
      const own = await new Employee(intranet.server, name).comment(toGlobalId('Page', `page-${++pages}`));
      for (let count = 0; count <= index; count++) replies.push(await intranet.ana.comment(own));
    }
    await told(intranet.server);
    return replies;
  };
  const countNext = async () => {
    intranet.server.clock.advance(day);
    await intranet.server.app.services.notifications.figures.count();
  };
  const figures = async (client = intranet.adam.client, days = 1) =>
    (await client.query(`{ notificationFigures(days: ${days}) { day kind people median percentile95 } }`))
      .notificationFigures;

  it('is counted by day and kind, for administrators', async () => {
    await replyMoreAndMore(names);
    for (const name of names.slice(0, 4))
      await intranet.ana.react(
        await new Employee(intranet.server, name).comment(toGlobalId('Page', `liked-by-${name}`)),
      );
    await told(intranet.server);
    await countNext();

    const found = await figures();
    const replied = { day: '2026-11-18', kind: 'REPLIED', people: 6, median: 3, percentile95: 6 };
    assert.deepEqual(
      found.filter(({ kind }: { kind: string }) => kind === 'REPLIED'),
      [replied],
    );
    assert.deepEqual(found[0], { day: '2026-11-18', kind: null, people: 6, median: 4, percentile95: 6 });
    assert.equal(await figures(intranet.ana.client), null);
  });

  it('says nothing of few people, and does not count what was withdrawn', async () => {
    const few = await replyMoreAndMore(names.slice(0, 4));
    await countNext();
    assert.deepEqual(await figures(), []);

    const replies = await replyMoreAndMore(names);
    await intranet.ana.deleteComment(replies.at(-1)!);
    await told(intranet.server);
    await countNext();
    assert.deepEqual(
      (await figures()).map(({ median, percentile95 }: Record<string, number>) => [median, percentile95]),
      [
        [3, 5],
        [3, 5],
      ],
    );
    assert.equal(few.length, 10);
  });

  it('is counted for days on which no server ran, and each day once', async () => {
    await replyMoreAndMore(names);
    intranet.server.clock.advance(5 * day);
    await countNext();
    await intranet.server.app.services.notifications.figures.count();

    assert.equal((await figures(intranet.adam.client, 6)).length, 2);
    assert.equal((await figures(intranet.adam.client, 1)).length, 0);
  });

  it('has the median and the percentile by nearest rank', () => {
    const of = (...counts: number[]) => summarize(counts.map((notifications) => ({ notifications, people: 1 })));

    assert.equal(of(1, 2, 3, 4), null);
    assert.deepEqual(of(9, 1, 5, 1, 1), { people: 5, median: 1, percentile95: 9 });
    const many = [
      { notifications: 2, people: 95 },
      { notifications: 40, people: 5 },
    ];
    assert.deepEqual(summarize(many), { people: 100, median: 2, percentile95: 2 });
  });
});
