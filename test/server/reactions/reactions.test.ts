import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fromGlobalId, type GlobalId, newId } from '../../../server/src/platform/ids.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { type Answer, codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;

async function stored(globalId: GlobalId): Promise<number> {
  const { id } = fromGlobalId(globalId);
  const { db } = intranet.server.app.database;
  return (await db.selectFrom('reaction').select('id').where('subject_id', '=', id).execute()).length;
}

const groupsOf = ({ reactionGroups }: Answer) =>
  Object.fromEntries(
    reactionGroups
      .filter(({ totalCount }: Answer) => totalCount)
      .map(({ content, totalCount }: Answer) => [content, totalCount]),
  );

describe('reactions', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('are one per person and subject, which can change and be taken back', async () => {
    const { ana, bob } = intranet;
    const { id } = await ana.page('one');
    await bob.react(id, 'LIKE');

    const { subject: liked } = await ana.react(id, 'LIKE');
    const { subject: again } = await ana.react(id, 'LIKE');
    const { subject: loved } = await ana.react(id, 'LOVE');
    const { subject: taken } = await ana.react(id, null);
    const { subject: takenAgain } = await ana.react(id, null);

    assert.deepEqual([liked.reactionCount, liked.viewerReaction, groupsOf(liked)], [2, 'LIKE', { LIKE: 2 }]);
    assert.deepEqual(again, liked);
    assert.deepEqual([loved.reactionCount, loved.viewerReaction, groupsOf(loved)], [2, 'LOVE', { LIKE: 1, LOVE: 1 }]);
    assert.deepEqual(
      loved.reactionGroups.filter((group: Answer) => group.viewerHasReacted).map(({ content }: Answer) => content),
      ['LOVE'],
    );
    assert.deepEqual([taken.reactionCount, taken.viewerReaction, groupsOf(taken)], [1, null, { LIKE: 1 }]);
    assert.deepEqual(takenAgain, taken);
  });

  it('go to pages, posts and comments', async () => {
    const { ana } = intranet;
    const page = (await ana.page('kinds')).id;
    for (const id of [page, await ana.comment(page), await ana.post('company')]) {
      const { subject } = await ana.react(id, 'CELEBRATE');
      assert.deepEqual([subject.id, subject.reactionCount], [id, 1]);
    }
  });

  it('make no row for a page by taking back nothing', async () => {
    const { id } = await intranet.ana.page('never-written');

    const { subject, userErrors } = await intranet.ana.react(id, null);

    assert.deepEqual([subject.id, subject.reactionCount, userErrors], [id, 0, []]);
    const rows = await intranet.server.app.database.db
      .selectFrom('page')
      .select('id')
      .where('key', '=', 'never-written')
      .execute();
    assert.deepEqual(rows, []);
  });

  it('stay exact when 500 people like one comment at once, and when one person does so 500 times', async () => {
    const { server, ana } = intranet;
    const crowd = Array.from({ length: 500 }, (_, index) => `p${index}`);
    await addPeople(server, Object.fromEntries(crowd.map((handle) => [handle, { name: handle }])));
    const [crowded, single] = [
      await ana.comment((await ana.page('rush')).id),
      await ana.comment((await ana.page('rush')).id),
    ];

    await Promise.all(crowd.map((handle) => new Employee(server, handle).react(crowded)));
    await Promise.all(Array.from({ length: 500 }, () => ana.react(single)));

    assert.equal(await stored(crowded), 500);
    assert.equal(await stored(single), 1);
    const counted = (id: string) =>
      ana.node(id, '... on Comment { reactionCount reactionGroups { content totalCount } }');
    assert.deepEqual([(await counted(crowded)).reactionCount, groupsOf(await counted(crowded))], [500, { LIKE: 500 }]);
    assert.deepEqual([(await counted(single)).reactionCount, groupsOf(await counted(single))], [1, { LIKE: 1 }]);

    const contents = ['LIKE', 'LOVE', 'LAUGH', null] as const;
    await Promise.all(crowd.map((handle, index) => new Employee(server, handle).react(crowded, contents[index % 4])));

    assert.equal(await stored(crowded), 375);
    assert.deepEqual(
      [(await counted(crowded)).reactionCount, groupsOf(await counted(crowded))],
      [375, { LIKE: 125, LOVE: 125, LAUGH: 125 }],
    );
  });

  it('are answered the same to a retry, even once the mind has changed', async () => {
    const { ana } = intranet;
    const { id } = await ana.page('retry');
    const idempotencyKey = newId();

    await ana.react(id, 'LIKE', { idempotencyKey });
    await ana.react(id, null);
    const { subject, userErrors } = await ana.react(id, 'LIKE', { idempotencyKey });
    const reused = await ana.react(id, 'LOVE', { idempotencyKey });

    assert.deepEqual([subject.id, subject.reactionCount, userErrors], [id, 0, []]);
    assert.deepEqual(codes(reused), ['IDEMPOTENCY_KEY_REUSED']);
  });

  it('can be looked through, latest first, forwards and backwards, all or of one kind', async () => {
    const { server, ana, bob, cleo, adam } = intranet;
    const { id } = await ana.page('who');
    for (const [who, content] of [[ana, 'LIKE'], [bob, 'LOVE'], [cleo, 'LIKE'], [adam, 'LIKE']] as const) {
      server.clock.advance(1000);
      await who.react(id, content);
    } // prettier-ignore
    const list = async (args: string) => {
      const { reactions } = await intranet.nobody.node(
        id,
        `... on Page { reactions(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { content person { handle } } } }`,
      );
      return { ...reactions, handles: reactions.nodes.map(({ person }: Answer) => person.handle) };
    };

    const first = await list('first: 2');
    const second = await list(`first: 2, after: "${first.pageInfo.endCursor}"`);
    const back = await list(`last: 2, before: "${second.pageInfo.startCursor}"`);
    const likes = await list('content: LIKE');

    assert.deepEqual([first.handles, first.totalCount, first.pageInfo.hasNextPage], [['adam', 'cleo'], 4, true]);
    assert.deepEqual([second.handles, second.pageInfo.hasNextPage], [['bob', 'ana'], false]);
    assert.deepEqual(back.handles, first.handles);
    assert.deepEqual([likes.handles, likes.totalCount], [['adam', 'cleo', 'ana'], 3]);
  });

  it('are refused to the signed out, to what is gone and to what is no subject', async () => {
    const { ana, nobody } = intranet;
    const { id } = await ana.page('refused');
    const comment = await ana.comment(id);
    await ana.deleteComment(comment);

    assert.deepEqual(codes(await nobody.react(id)), ['UNAUTHENTICATED']);
    assert.deepEqual(codes(await ana.react(comment)), ['NOT_FOUND']);
    assert.deepEqual(codes(await ana.react(Buffer.from(`Comment:${newId()}`).toString('base64url'))), ['NOT_FOUND']);
    assert.deepEqual(codes(await ana.react(Buffer.from('Wall:company').toString('base64url'))), ['INVALID']);
    assert.deepEqual(codes(await ana.react('nonsense')), ['INVALID']);
    assert.equal((await nobody.page('refused', 'viewerCanReact')).viewerCanReact, false);
  });
});

describe('a server that offers some reactions', () => {
  it('lists those in its order, and refuses the others', async () => {
    const few = await startIntranet({ PARVIS_REACTIONS: 'celebrate,like' });
    const { id } = await few.ana.page('a');

    const { subject } = await few.ana.react(id, 'LIKE');
    const refused = await few.ana.react(id, 'LOVE');

    assert.deepEqual(
      subject.reactionGroups.map(({ content }: Answer) => content),
      ['CELEBRATE', 'LIKE'],
    );
    assert.deepEqual(
      refused.userErrors.map(({ code, field }: Answer) => [code, field]),
      [['INVALID', ['content']]],
    );
    await few.close();
  });
});
