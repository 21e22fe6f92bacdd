import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localIdOf, newId } from '../../../server/src/platform/ids.ts';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;
const selection = 'kind content { __typename ... on TextPost { linkUrl } }';
const kindOf = (id: string) => intranet.bob.node(id, `... on Post { ${selection} linkUrl body { source } }`);

describe('kinds of post', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  const post = (input: object): Promise<Answer> => intranet.ana.addPost('company', 'see', input);
  const refusals = async (input: object) =>
    (await post(input)).userErrors.map(({ code, field }: Answer) => [code, field.join('.')]);

  it('are texts where nothing else is said, as before there were kinds', async () => {
    const { post: plain } = await post({});
    const { post: linked } = await post({ linkUrl: 'https://a.example/' });

    const { kind, content } = await kindOf(plain.id);
    assert.deepEqual([kind, content], ['TEXT', { __typename: 'TextPost', linkUrl: null }]);
    assert.deepEqual((await kindOf(linked.id)).content.linkUrl, 'https://a.example/');
  });

  it('have what belongs to them in an input of their own', async () => {
    const { post: linked } = await post({ content: { text: { linkUrl: 'https://a.example/' } } });
    assert.equal((await kindOf(linked.id)).linkUrl, 'https://a.example/');

    assert.deepEqual(await refusals({ content: { text: { linkUrl: 'javascript:0' } } }), [
      ['INVALID', 'content.text.linkUrl'],
    ]);
    assert.deepEqual(await refusals({ content: { text: {} }, linkUrl: 'https://a.example/' }), [
      ['INVALID', 'linkUrl'],
    ]);
    await assert.rejects(post({ content: {} }), /OneOf|exactly one/i);
  });

  it('are posted once, though a request is tried again when a poll could not begin any more', async () => {
    const endsAt = new Date(intranet.server.clock.now() + 60_000).toISOString();
    const input = { idempotencyKey: newId(), content: { poll: { choices: ['Yes', 'No'], endsAt } } };
    const { post: first } = await post(input);
    intranet.server.clock.advance(120_000);

    const { post: again, userErrors } = await post(input);

    assert.deepEqual(userErrors, []);
    assert.equal(again.id, first.id);
    assert.deepEqual(await refusals({ ...input, idempotencyKey: newId() }), [['INVALID', 'content.poll.endsAt']]);
  });

  it('lose what they hold when they are deleted', async () => {
    const { post: linked } = await post({ linkUrl: 'https://a.example/' });

    const input = { postId: linked.id };
    const { post: deleted } = await intranet.ana.client.mutate('deletePost', input, `post { ${selection} linkUrl }`);

    assert.deepEqual([deleted.linkUrl, deleted.content.linkUrl], [null, null]);
  });

  it('are texts where only a later version knows the kind', async () => {
    const { post: future } = await post({ linkUrl: 'https://a.example/' });
    const { db } = intranet.server.app.database;
    await db.updateTable('post').set({ kind: 'HOLOGRAM' }).where('id', '=', localIdOf(future.id, 'Post')).execute();

    const { kind, body } = await kindOf(future.id);

    assert.deepEqual([kind, body.source], ['TEXT', 'see']);
  });
});
