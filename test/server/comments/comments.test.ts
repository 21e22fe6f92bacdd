import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { newId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;
let page: string;
let pages = 0;

describe('comments', () => {
  before(async () => {
    intranet = await startIntranet({ PARVIS_COMMENT_MAX_LENGTH: '200', PARVIS_EDIT_WINDOW: '600' });
  });
  after(() => intranet.close());
  beforeEach(async () => {
    pages += 1;
    page = (await intranet.ana.page(`page-${pages}`)).id;
  });

  const countOf = async (id: string) =>
    (await intranet.ana.node(id, '... on Commentable { commentCount }'))?.commentCount;

  it('hang on pages, posts and each other, as deep as people like', async () => {
    const { ana, bob } = intranet;
    for (const root of [page, await bob.post('company')]) {
      const ids = [await ana.comment(root)];
      for (let depth = 1; depth <= 30; depth++) ids.push(await bob.comment(ids.at(-1)!));

      const deepest = await ana.node(
        ids[30]!,
        '... on Comment { depth parent { id } ancestors { id depth } subject { ... on Node { id } } }',
      );

      assert.deepEqual([deepest.depth, deepest.parent.id, deepest.subject.id], [30, ids[29], root]);
      assert.deepEqual(
        deepest.ancestors,
        ids.slice(0, 30).map((id, depth) => ({ id, depth })),
      );
      assert.equal(await countOf(root), 31);
      assert.equal(await countOf(ids[0]!), 1);
    }
  });

  it('keep what was typed, byte for byte, with a tree and plain text', async () => {
    const source = '  Merci @cleo !\r\n**Bravo**\t#été <b>&amp;</b> 👩‍🏭 \u202E ';

    const { comment } = await intranet.ana.addComment(page, source);

    assert.equal(comment.body.source, source);
    assert.equal((await intranet.bob.node(comment.id, '... on Comment { body { source } }')).body.source, source);
    assert.deepEqual(comment.body.tree[0].c.slice(0, 3), [
      'Merci ',
      { t: 'mention', handle: 'cleo', name: 'Cléo Martin' },
      ' !',
    ]);
    assert.match(comment.body.text, /^Merci @Cléo Martin ! Bravo #été <b>&amp;<\/b>/);
  });

  it('are refused when empty, too long or not storable', async () => {
    const { ana } = intranet;
    for (const body of ['', '  \n\t', '\u200B\u2060', '\u0007'])
      assert.deepEqual(codes(await ana.addComment(page, body)), ['EMPTY']);
    const tooLong = await ana.addComment(page, 'é'.repeat(201));
    assert.deepEqual([codes(tooLong), tooLong.userErrors[0].field], [['TOO_LONG'], ['body']]);
    assert.deepEqual(codes(await ana.addComment(page, 'é'.repeat(200))), []);
    const unfinished = await ana.addComment(page, 'Voir [la procédure](https://)');
    assert.deepEqual([codes(unfinished), unfinished.userErrors[0].field], [['INVALID'], ['body']]);
    assert.match(unfinished.userErrors[0].message, /A link has no address yet/);
    for (const body of ['a\0b', 'a\uD800b']) assert.deepEqual(codes(await ana.addComment(page, body)), ['INVALID']);
    assert.equal(await countOf(page), 1);
  });

  it('are refused to the signed out, below what is gone, and below nothing', async () => {
    const { ana, nobody } = intranet;
    const gone = await ana.comment(page);
    await ana.deleteComment(gone);

    assert.deepEqual(codes(await nobody.addComment(page)), ['UNAUTHENTICATED']);
    assert.deepEqual(codes(await ana.addComment(gone)), ['NOT_FOUND']);
    assert.deepEqual(codes(await ana.addComment(Buffer.from(`Post:${newId()}`).toString('base64url'))), ['NOT_FOUND']);
    assert.deepEqual(
      codes(await ana.addComment(Buffer.from('Page:https://elsewhere.example/').toString('base64url'))),
      ['INVALID'],
    );
  });

  it('are written once however often a request is tried again', async () => {
    const { ana, bob } = intranet;
    const idempotencyKey = newId();

    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => ana.addComment(page, 'once', { idempotencyKey })),
    );

    assert.equal(new Set(answers.map(({ comment }) => comment.id)).size, 1);
    assert.equal(await countOf(page), 1);
    assert.deepEqual(codes(await ana.addComment(page, 'another text', { idempotencyKey })), ['IDEMPOTENCY_KEY_REUSED']);
    assert.deepEqual(codes(await bob.addComment(page, 'once', { idempotencyKey })), []);
    await intranet.cleo.setLocked(page, true);
    assert.equal(
      (await ana.addComment(page, 'once', { idempotencyKey })).comment.id,
      answers[0].comment.id,
      'a retry after the lock',
    );
  });

  it('can be edited by their author for a time, and keep their former versions', async () => {
    const { ana, bob, cleo, adam, server } = intranet;
    const id = await ana.comment(page, 'one');
    const written = (await ana.node(id, '... on Comment { createdAt }')).createdAt;
    server.clock.advance(5000);

    assert.deepEqual(codes(await bob.updateComment(id, 'two')), ['FORBIDDEN']);
    assert.deepEqual(codes(await adam.updateComment(id, 'two')), ['FORBIDDEN']);
    assert.deepEqual(codes(await ana.updateComment(id, ' ')), ['EMPTY']);
    const { comment: edited } = await ana.updateComment(id, 'two');
    const { comment: same } = await ana.updateComment(id, 'two');
    server.clock.advance(5000);
    const { comment: twice } = await ana.updateComment(id, 'three');

    assert.deepEqual(
      [edited.body.source, edited.versions.nodes],
      ['two', [{ body: { source: 'one' }, createdAt: written }]],
    );
    assert.equal(same.versions.nodes.length, 1);
    assert.deepEqual(
      twice.versions.nodes.map(({ body, createdAt }: Answer) => [body.source, createdAt]),
      [
        ['two', edited.editedAt],
        ['one', written],
      ],
    );
    const versions = async (who: typeof ana) =>
      (await who.node(id, '... on Comment { versions { totalCount nodes { body { source } } } }')).versions.totalCount;
    assert.deepEqual([await versions(ana), await versions(cleo), await versions(adam)], [2, 2, 2]);
    assert.deepEqual([await versions(bob), await versions(intranet.nobody)], [0, 0]);

    server.clock.advance(600_000);
    assert.deepEqual(codes(await ana.updateComment(id, 'four')), ['EDIT_WINDOW_CLOSED']);
    assert.equal((await ana.node(id, '... on Comment { viewerCanUpdate }')).viewerCanUpdate, false);
  });

  it('are closed with their discussion by communication staff, at every depth', async () => {
    const { ana, bob, cleo } = intranet;
    const id = await ana.comment(page);

    assert.deepEqual(codes(await bob.setLocked(page, true)), ['FORBIDDEN']);
    assert.deepEqual(codes(await cleo.setLocked(id, true)), ['INVALID']);
    // Whoever may not do it at all is told so, and not how it would make sense.
    for (const refused of [
      await bob.setLocked(page, true),
      await bob.setLocked(id, true),
      await ana.setLocked(id, true),
    ])
      assert.equal(refused.userErrors[0].message, 'You may not do this.');
    const { subject } = await cleo.setLocked(page, true);

    assert.ok(subject.lockedAt);
    assert.deepEqual([codes(await ana.addComment(page)), codes(await bob.addComment(id))], [['LOCKED'], ['LOCKED']]);
    assert.deepEqual(codes(await ana.updateComment(id, 'changed')), ['LOCKED']);
    const locked = await ana.node(
      id,
      '... on Comment { lockedAt viewerCanComment viewerCanUpdate viewerCanDelete viewerCanReact viewerCanLock }',
    );
    assert.deepEqual(
      { ...locked },
      {
        id,
        lockedAt: subject.lockedAt,
        viewerCanComment: false,
        viewerCanUpdate: false,
        viewerCanDelete: true,
        viewerCanReact: true,
        viewerCanLock: false,
      },
    );
    assert.equal((await cleo.setLocked(page, true)).subject.lockedAt, subject.lockedAt);

    await cleo.setLocked(page, false);
    assert.deepEqual(codes(await bob.addComment(id)), []);
  });

  it('stay when their author leaves the company', async () => {
    const { bob, server } = intranet;
    const id = await bob.comment(page, 'still here');
    await server.app.database.db
      .updateTable('person')
      .set({ status: 'DEPARTED' })
      .where('handle', '=', 'bob')
      .execute();

    const { nodes } = await intranet.ana.comments(page, 'first: 5', 'id body { source } author { handle }');

    assert.deepEqual(nodes, [{ id, body: { source: 'still here' }, author: { handle: 'bob' } }]);
    await server.app.database.db.updateTable('person').set({ status: 'ACTIVE' }).where('handle', '=', 'bob').execute();
  });
});
