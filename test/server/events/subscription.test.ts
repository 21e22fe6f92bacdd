import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { compareCursors } from '../../../server/src/events/cursor.ts';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { EventReader } from '../../support/server/event-reader.ts';
import { askToFollow, follow, type FollowOptions } from '../../support/server/follow.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';
import { rowId } from '../../support/server/ids.ts';

const news = toGlobalId('Page', 'news');
const company = toGlobalId('Wall', 'company');

describe('a subscription to events', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet({ PARVIS_STREAM_LIMIT: '20' });
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
    const ana = (await intranet.ana.client.query('{ viewer { person { id } } }')).viewer.person.id;
    assert.deepEqual(added.comment, { id: comment, body: { text: 'Hello' }, reactionCount: 0 });
    assert.deepEqual(reacted.reactable, { id: comment, reactionCount: 1 });
    assert.deepEqual(reacted.people, [ana]);
    assert.deepEqual([posted.post.id, posted.post.body.text], [post, 'News']);
    assert.notEqual(pinned.post.pinnedAt, null);
    assert.equal(locked.__typename, 'DiscussionLocked');
    assert.equal(locked.commentable.id, news);
    assert.deepEqual(
      bob.frames.map(({ id }) => id),
      bob.told.map(({ cursor }) => cursor),
    );
  });

  it('tells of what is deleted no more than what is left', async () => {
    const comment = await intranet.ana.comment(news, 'Regretted');
    const bob = await reader([news]);

    await intranet.ana.deleteComment(comment);
    const [deleted] = await bob.have(1);
    await intranet.ana.restoreComment(comment);
    const [, restored] = await bob.have(2);

    assert.deepEqual(deleted.comment, { id: comment, body: null, reactionCount: 0 });
    assert.equal(restored.__typename, 'CommentRestored');
    assert.equal(restored.comment.body.text, 'Regretted');
  });

  it('tells where a page has gone, and follows it under each of its names', async () => {
    await intranet.ana.comment(news);
    const bob = await reader([news]);

    await intranet.server.app.services.subjects.alias('news', 'newsroom');
    const [moved] = await bob.have(1);

    assert.deepEqual([moved.from, moved.page.key], [news, 'newsroom']);
    const again = await reader([news]);
    assert.deepEqual(again.told[0].topics, [news]);
    await intranet.ana.comment(toGlobalId('Page', 'newsroom'), 'There');
    assert.equal((await again.have(1))[0].comment.body.text, 'There');
  });

  it('says first what is followed, and leaves out what is not there', async () => {
    const post = await intranet.ana.post('company');
    const comment = await intranet.ana.comment(post);
    const gone = await intranet.ana.comment(post);
    await intranet.ana.deleteComment(gone);

    const bob = await reader([post, comment, gone, toGlobalId('Wall', 'person:nobody-here'), toGlobalId('Post', 'x')]);
    const other = await reader([
      'nonsense',
      toGlobalId('Person', 'x'),
      toGlobalId('Page', 'https://else.example.org/'),
    ]);

    assert.deepEqual(bob.told[0].topics.toSorted(), [post, comment].toSorted());
    assert.deepEqual(other.told[0].topics, []);
  });

  it('tells each event once, however many of its topics are followed', async () => {
    const post = await intranet.ana.post('company');
    const comment = await intranet.ana.comment(post);
    const bob = await reader([company, post, comment]);

    await intranet.ana.react(comment);
    await intranet.ana.comment(comment);

    await bob.have(2);
    assert.deepEqual(bob.types, ['Subscribed', 'ReactionsChanged', 'CommentAdded']);
  });

  it('tells nothing of what is not followed', async () => {
    const bob = await reader([news]);

    await intranet.ana.comment(toGlobalId('Page', 'other'));
    await intranet.ana.post('company');
    await intranet.ana.comment(news, 'This');

    const [first] = await bob.have(1);
    assert.equal(first.comment.body.text, 'This');
  });

  it('tells many reactions in a short time as few events with the last counts', async () => {
    const bob = await reader([news]);
    const people = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, { name: `P ${index}` }]));
    await addPeople(intranet.server, people);

    const start = Date.now();
    await Promise.all(
      Object.keys(people).map((handle) =>
        intranet.server.as(handle).attempt('setReaction', { subjectId: news, content: 'LIKE' }, 'subject { id }'),
      ),
    );
    const quarters = (Date.now() - start) / 250;

    await until(() => new Set(bob.events.flatMap((event) => event.people)).size === 40);
    assert.ok(bob.events.length <= quarters + 3, `${bob.events.length} events`);
    assert.equal(bob.events.at(-1).reactable.reactionCount, 40);
  });

  it('answers as event streams are to be answered', async () => {
    const headers = { origin: 'https://intranet.example.org' };
    const response = await askToFollow(intranet.bob.client, [news], { headers });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-accel-buffering'), 'no');
    assert.equal(response.headers.get('access-control-allow-origin'), headers.origin);
    await response.body!.cancel();
  });

  it('may name the event as it likes, and spread fragments', async () => {
    const query = `subscription Mine($t: [ID!]!, $first: Int) { ...Root }
      fragment Root on Subscription { mine: events(topics: $t) { cursor ... on CommentAdded { comment { comments(first: $first) { totalCount } } } } }`;
    const variables = { t: [news], first: 3 };
    const response = await intranet.bob.client.post({ query, variables }, { accept: 'text/event-stream' });
    const bob = new EventReader(response.body!);
    await until(() => bob.frames.length === 1);

    await intranet.ana.comment(news);

    await until(() => bob.frames.length === 2);
    assert.deepEqual(bob.frames[1]!.data.data.mine.comment, { comments: { totalCount: 0 } });
  });

  for (const [what, query, message] of [
    ['a field that differs by viewer', 'commentable: subject { viewerCanComment }', /viewerCanComment/],
    [
      'a reaction of the viewer',
      'commentable: subject { ... on Page { reactionGroups { viewerHasReacted } } }',
      /viewerHasReacted/,
    ],
    ['a field that is not there', 'commentable: subject { colour }', /colour/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const document = `subscription ($topics: [ID!]!) { events(topics: $topics) { ... on DiscussionLocked { ${query} } } }`;

      const response = await askToFollow(intranet.bob.client, [news], { query: document });

      assert.equal(response.status, 400);
      assert.match((await response.json()).errors[0].message, message);
    });
  }

  it('refuses too many topics, and variables that are wrong', async () => {
    const topics = Array.from({ length: 1_001 }, (_, index) => toGlobalId('Page', `p${index}`));
    const many = await askToFollow(intranet.bob.client, topics);
    const wrong = await askToFollow(intranet.bob.client, 7 as never);

    assert.equal(many.status, 400);
    const [error] = (await many.json()).errors;
    assert.deepEqual(
      [error.extensions.code, error.message],
      ['LIMIT_EXCEEDED', 'A stream follows 1000 topics at most, not 1001.'],
    );
    assert.equal(wrong.status, 200, 'one topic is a list of one');
    await wrong.body!.cancel();
    const nothing = await askToFollow(intranet.bob.client, null as never);
    assert.equal(nothing.status, 400);
    assert.match((await nothing.json()).errors[0].message, /\$topics/);
  });

  it('refuses one person too many streams, and nobody else', async () => {
    const readers = await Promise.all(Array.from({ length: 20 }, () => reader([news])));

    const another = await askToFollow(intranet.bob.client, [news]);
    await follow(intranet.ana.client, [news]);

    assert.equal(another.status, 400);
    const [error] = (await another.json()).errors;
    assert.deepEqual(
      [error.extensions.code, error.message],
      ['LIMIT_EXCEEDED', 'One person has 20 event streams open at most.'],
    );
    await readers[0]!.close();
    await until(async () => (await askToFollow(intranet.bob.client, [news])).status === 200);
  });

  it('is not answered as JSON, nor by GET, nor in a batch', async () => {
    const query = 'subscription { events(topics: []) { cursor } }';
    const json = await intranet.bob.client.send(query);
    const [batched] = await (await intranet.bob.client.post([{ query }])).json();
    const streamedBatch = await intranet.bob.client.post([{ query }], { accept: 'text/event-stream' });
    const get = await intranet.server.fetch(`/graphql?query=${encodeURIComponent(query)}`);

    assert.match(json.errors![0]!.message, /text\/event-stream/);
    assert.match(batched.errors[0].message, /text\/event-stream/);
    assert.equal(streamedBatch.status, 406);
    assert.equal(get.status, 405);
  });

  it('is told when its document is not known, so that its text is sent', async () => {
    const response = await intranet.bob.client.post(
      { documentId: 'of-another-version' },
      { accept: 'text/event-stream' },
    );

    assert.equal(response.status, 400);
    assert.equal((await response.json()).errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  });

  it('is the only thing that is answered as a stream', async () => {
    const response = await intranet.bob.client.post({ query: '{ viewer { role } }' }, { accept: 'text/event-stream' });
    const either = await intranet.bob.client.post(
      { query: '{ viewer { role } }' },
      { accept: 'text/event-stream, application/json' },
    );

    assert.equal(response.status, 406);
    assert.equal(either.status, 200);
  });

  it('costs one reading, however many follow', async () => {
    const readers = await Promise.all(Array.from({ length: 20 }, () => reader([news])));
    const event = { type: 'DiscussionLocked', topics: [news], subject: news, people: [] } as const;

    const statements = await statementsDuring(async () => {
      await intranet.server.app.events.log.append([{ id: rowId('one'), ...event }]);
      for (const one of readers) await one.have(1);
    });

    // Beside them, the server looks for work that waits.
    const reading = statements.filter((statement) => statement.includes('"page"'));
    assert.ok(reading.length <= 2, reading.join('\n'));
  });
});

describe('answers of the API', () => {
  it('say up to where in the log they are not older', async () => {
    const intranet = await startIntranet();
    intranet.server.app.start();
    const bob = await follow(intranet.bob.client, [news]);
    const cursorOf = async (query: string) => {
      const response = await intranet.bob.client.post({ query }, { origin: 'https://intranet.example.org' });
      assert.match(response.headers.get('access-control-expose-headers')!, /\bX-Parvis-Cursor\b/);
      return response.headers.get('x-parvis-cursor')!;
    };

    const before = await cursorOf('{ viewer { role } }');
    await intranet.ana.comment(news);
    const [{ cursor }] = await bob.have(1);

    assert.match(before, /^\d+-\d+$/);
    // Ana follows the page now, of which she alone is told.
    assert.ok(compareCursors(await cursorOf('{ nonsense }'), cursor) >= 0);
    const again = await follow(intranet.bob.client, [news], { after: before });
    assert.equal((await again.have(1))[0].cursor, cursor);
    await intranet.close();
  });
});
