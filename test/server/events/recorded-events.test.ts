import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';

const pageId = toGlobalId('Page', 'canteen');
const company = toGlobalId('Wall', 'company');

describe('what a write records', () => {
  let intranet: Intranet;

  beforeEach(async () => {
    intranet = await startIntranet();
  });
  afterEach(() => intranet.close());

  /** What was recorded since the last call, in order. Nobody tells it: the relay of this server does not run. */
  async function recorded(): Promise<{ type: string; subject: string; topics: string[]; people: string[] }[]> {
    const { db } = intranet.server.app.database;
    const rows = await db
      .selectFrom('job')
      .select('payload')
      .where('kind', '=', 'publishEvent')
      .orderBy('id')
      .execute();
    await db.deleteFrom('job').execute();
    return rows.map(({ payload }) => JSON.parse(payload));
  }

  const idOf = async (handle: string) => (await intranet.server.app.services.people.identify({ handle }))!.person.id;

  it('tells the readers of a page of its comments, of answers to them and of what becomes of them', async () => {
    const { ana, bob, cleo } = intranet;
    const comment = await ana.comment(pageId);
    const answer = await bob.comment(comment);
    await bob.updateComment(answer, 'Better words');
    await bob.deleteComment(answer);
    await bob.restoreComment(answer);
    await cleo.setLocked(pageId, true);
    const events = await recorded();
    assert.deepEqual(
      events.map(({ type, subject }) => [type, subject]),
      [
        ['CommentAdded', comment],
        ['CommentAdded', answer],
        ['CommentEdited', answer],
        ['CommentDeleted', answer],
        ['CommentRestored', answer],
        ['DiscussionLocked', pageId],
      ],
    );
    assert.deepEqual(events[1]!.topics, [answer, pageId]);
    assert.deepEqual(events[1]!.people, [await idOf('bob')]);
    assert.deepEqual(events[5]!.topics, [pageId]);
  });

  it('tells the readers of a wall of its posts, and of what people make of them', async () => {
    const { ana, bob, cleo } = intranet;
    const post = await ana.post('company');
    const comment = await bob.comment(post);
    await bob.react(post);
    await bob.react(comment, 'LOVE');
    await ana.mutatePost('updatePost', { postId: post, body: 'Better words' });
    await cleo.mutatePost('setPinned', { postId: post, pinned: true });
    await ana.mutatePost('deletePost', { postId: post });
    await ana.mutatePost('restorePost', { postId: post });
    assert.deepEqual(
      (await recorded()).map(({ type, subject, topics }) => [type, subject, topics]),
      [
        ['PostAdded', post, [post, company]],
        ['CommentAdded', comment, [comment, post, company]],
        ['ReactionsChanged', post, [post, company]],
        ['ReactionsChanged', comment, [comment, post, company]],
        ['PostEdited', post, [post, company]],
        ['PostPinned', post, [post, company]],
        ['PostDeleted', post, [post, company]],
        ['PostRestored', post, [post, company]],
      ],
    );
  });

  it('names a person’s own wall by their handle', async () => {
    const post = await intranet.ana.post('person:ana');
    const [event] = await recorded();
    assert.deepEqual(event!.topics, [post, toGlobalId('Wall', 'person:ana')]);
  });

  it('tells of a reaction only where something changed', async () => {
    const { ana } = intranet;
    await ana.react(pageId, 'LIKE');
    await ana.react(pageId, 'LIKE');
    await ana.react(pageId, 'LOVE');
    await ana.react(pageId, null);
    await ana.react(pageId, null);
    assert.equal((await recorded()).length, 3);
  });

  it('records nothing for a write that was refused, or came a second time', async () => {
    const { ana, bob, cleo } = intranet;
    const comment = await ana.comment(pageId);
    await bob.deleteComment(comment);
    await cleo.setLocked(pageId, true);
    await ana.addComment(pageId);
    const twice = { idempotencyKey: 'the same key' };
    await cleo.react(pageId, 'LIKE', twice);
    await cleo.react(pageId, 'LIKE', twice);
    assert.deepEqual(
      (await recorded()).map(({ type }) => type),
      ['CommentAdded', 'DiscussionLocked', 'ReactionsChanged'],
    );
  });

  it('tells the readers of both addresses that a page moved, and those of its wall', async () => {
    await intranet.server.app.services.subjects.alias('canteen', 'restaurant');
    const [event] = await recorded();
    assert.equal(event!.type, 'PageMoved');
    assert.equal(event!.subject, toGlobalId('Page', 'restaurant'));
    assert.deepEqual(event!.topics, [
      pageId,
      toGlobalId('Page', 'restaurant'),
      toGlobalId('Wall', 'page:canteen'),
      toGlobalId('Wall', 'page:restaurant'),
    ]);
  });

  it('tells whose rights an import changed, and nobody else’s', async () => {
    const csv = ['handle,name,status,role', 'ana,Ana Lima,left,employee', 'bob,Bob Rock,active,employee'].join('\n');
    const { Readable } = await import('node:stream');
    await intranet.server.app.services.people.import(Readable.from([Buffer.from(csv)]));
    const { db } = intranet.server.app.database;
    const ana = await db.selectFrom('person').select('id').where('handle', '=', 'ana').executeTakeFirstOrThrow();
    assert.deepEqual(
      (await recorded()).map(({ type, subject, topics }) => ({ type, subject, topics })),
      [{ type: 'RightsChanged', subject: toGlobalId('Person', ana.id), topics: [] }],
    );
  });
});
