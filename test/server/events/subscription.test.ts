import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { follow, type FollowOptions } from '../../support/server/follow.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { until } from '../../support/server/until.ts';

const news = toGlobalId('Page', 'news');
const company = toGlobalId('Wall', 'company');

describe('a subscription to events', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
  });
  afterEach(() => intranet.close());

  const reader = (topics: string[], options?: FollowOptions) => follow(intranet.bob.client, topics, options);

  it('tells what colleagues do, as everybody may see it', async () => {
    const bob = await reader([news, company]);

    const comment = await intranet.ana.comment(news, 'Hello');
    await intranet.ana.react(comment, 'LOVE');
    const post = await intranet.ana.post('company', 'News');
    await intranet.cleo.mutatePost('setPinned', { postId: post, pinned: true });
    await intranet.cleo.setLocked(news, true);

    const [added, reacted, posted, pinned, locked] = await bob.have(5);
    assert.deepEqual(added.comment, { id: comment, body: { text: 'Hello' }, reactionCount: 0 });
    assert.deepEqual(reacted.reactable, { id: comment, reactionCount: 1 });
    assert.deepEqual(reacted.people, [
      (await intranet.ana.client.query('{ viewer { person { id } } }')).viewer.person.id,
    ]);
    assert.deepEqual([posted.post.id, posted.post.body.text], [post, 'News']);
    assert.notEqual(pinned.post.pinnedAt, null);
    assert.equal(locked.__typename, 'DiscussionLocked');
    assert.equal(locked.commentable.id, news);
    await bob.close();
  });
});
