import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

let intranet: Intranet;

const selection = `group { id handle name visibility join memberCount viewerRole viewerRequest { kind state }
  viewerCanJoin viewerCanManage archivedAt deletedAt }`;

function mutate(who: Employee, name: string, input: Record<string, unknown>): Promise<Answer> {
  return who.client.attempt(name, input, selection);
}

async function group(who: Employee, input: Record<string, unknown>): Promise<{ id: GlobalId; handle: string }> {
  const { group, userErrors } = await mutate(who, 'addGroup', input);
  assert.deepEqual(userErrors, []);
  return group;
}

async function seen(who: Employee, handle: string): Promise<Answer> {
  const query = `query ($handle: String!) { group(handle: $handle) { id name memberCount viewerRole members { totalCount nodes { role person { handle } } } } }`;
  return (await who.client.query(query, { handle })).group;
}

async function personId(who: Employee, handle: string): Promise<GlobalId> {
  return (await who.client.query('query ($handle: String!) { person(handle: $handle) { id } }', { handle })).person.id;
}

describe('groups', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('are read by all employees where they are public, and written in by members', async () => {
    const { ana, bob, nobody } = intranet;
    const { id, handle } = await group(ana, { name: 'Qualité Douai' });
    assert.equal(handle, 'qualite-douai');
    const wall = `group:${handle}`;
    const postId = await ana.post(wall, 'The line stops on Friday');

    assert.deepEqual((await bob.wall(wall)).posts.nodes, [{ id: postId }]);
    assert.deepEqual([(await bob.wall(wall)).viewerCanPost, (await ana.wall(wall)).viewerCanPost], [false, true]);
    assert.deepEqual(codes(await bob.addPost(wall)), ['FORBIDDEN']);
    assert.deepEqual(codes(await bob.addComment(postId)), ['FORBIDDEN']);
    assert.deepEqual(codes(await bob.react(postId)), ['FORBIDDEN']);
    assert.equal(await nobody.wall(wall), null);
    assert.equal(await nobody.node(postId, 'id'), null);

    assert.equal((await mutate(bob, 'joinGroup', { groupId: id })).group.viewerRole, 'MEMBER');
    assert.deepEqual(codes(await bob.addComment(postId, 'Noted')), []);
    assert.equal((await seen(bob, handle)).memberCount, 2);
    await mutate(bob, 'leaveGroup', { groupId: id });
    assert.deepEqual(codes(await bob.addComment(postId)), ['FORBIDDEN']);
  });

  it('keep their talk to their members where they are private', async () => {
    const { ana, bob, cleo, adam } = intranet;
    const { id, handle } = await group(ana, { name: 'Works council', visibility: 'PRIVATE', join: 'REQUEST' });
    const wall = `group:${handle}`;
    const postId = await ana.post(wall, 'Draft of the agreement');
    const commentId = await ana.comment(postId, 'Second page is missing');
    await ana.react(commentId);

    for (const who of [bob, cleo, adam]) {
      assert.equal(await who.wall(wall), null);
      for (const hidden of [postId, commentId]) assert.equal(await who.node(hidden, '... on Commentable { id }'), null);
      assert.deepEqual(codes(await who.addComment(postId)), ['NOT_FOUND']);
      assert.deepEqual(codes(await who.react(commentId)), ['NOT_FOUND']);
      const { person } = await who.client.query('{ person(handle: "ana") { activity { ... on Node { id } } } }');
      assert.ok(!person.activity.some((each: { id: string }) => [postId, commentId].includes(each.id as GlobalId)));
    }
    assert.deepEqual([(await seen(bob, handle)).name, (await seen(bob, handle)).memberCount], ['Works council', null]);
    assert.deepEqual((await seen(bob, handle)).members.nodes, []);

    assert.deepEqual(codes(await mutate(bob, 'joinGroup', { groupId: id })), ['FORBIDDEN']);
    await mutate(bob, 'requestMembership', { groupId: id, words: 'I was elected' });
    const { group: asked } = await ana.client.query(
      `query ($handle: String!) { group(handle: $handle) { requests { nodes { words person { handle } } } } }`,
      { handle },
    );
    assert.deepEqual(asked.requests.nodes, [{ words: 'I was elected', person: { handle: 'bob' } }]);
    await mutate(ana, 'decideMembership', { groupId: id, personId: await personId(ana, 'bob'), accept: true });
    assert.deepEqual((await bob.wall(wall)).posts.nodes, [{ id: postId }]);
    assert.deepEqual(codes(await bob.addComment(commentId, 'Found it')), []);

    const key = 'kept-answer-1';
    const reply = { subjectId: postId, body: 'Mine', idempotencyKey: key };
    assert.deepEqual(codes(await bob.client.attempt('addComment', reply, 'comment { id }')), []);
    await mutate(ana, 'setMembership', { groupId: id, personId: await personId(ana, 'bob'), role: null });
    const again = await bob.client.attempt('addComment', reply, 'comment { id }');
    assert.deepEqual([again.comment, codes(again)], [null, ['NOT_FOUND']]);
  });

  it('are not there for anybody else where they are hidden', async () => {
    const { ana, bob } = intranet;
    const { id, handle } = await group(ana, {
      name: 'Plan Lille',
      visibility: 'HIDDEN',
      join: 'INVITE',
      handle: 'plan',
    });
    assert.match(handle, /^g-[0-9a-f]{24}$/);
    assert.equal(await seen(bob, handle), null);
    assert.equal(await bob.node(id, 'id'), null);
    assert.deepEqual(
      await mutate(bob, 'joinGroup', { groupId: id }),
      await mutate(bob, 'joinGroup', { groupId: Buffer.from('Group:none').toString('base64url') }),
    );
    const list = async (who: Employee, mine: boolean) =>
      (
        await who.client.query(
          'query ($mine: Boolean) { groups(query: "plan", mine: $mine) { totalCount nodes { name } } }',
          { mine },
        )
      ).groups;
    assert.deepEqual(await list(bob, false), { totalCount: 0, nodes: [] });
    assert.deepEqual(await list(ana, true), { totalCount: 1, nodes: [{ name: 'Plan Lille' }] });

    await mutate(ana, 'inviteToGroup', { groupId: id, personId: await personId(ana, 'bob') });
    const invitations = async () => (await bob.client.query('{ groupInvitations { name } }')).groupInvitations;
    assert.deepEqual(await invitations(), [{ name: 'Plan Lille' }]);
    assert.deepEqual((await seen(bob, handle)).members.nodes, []);
    assert.equal(await bob.wall(`group:${handle}`), null);
    await mutate(bob, 'joinGroup', { groupId: id });
    assert.deepEqual(await invitations(), []);
    assert.equal((await seen(bob, handle)).memberCount, 2);
    assert.equal((await mutate(bob, 'leaveGroup', { groupId: id })).group, null);
    assert.equal(await seen(bob, handle), null);
  });

  it('are said in words to who writes there', async () => {
    const { ana, bob } = intranet;
    const readers = 'readers { kind name }';
    const { handle } = await group(ana, { name: 'Qualité Lille', visibility: 'PRIVATE', join: 'INVITE' });
    const wall = `group:${handle}`;
    const postId = await ana.post(wall);
    const commentId = await ana.comment(postId);
    const found = await ana.client.query(
      `query ($wall: String!, $post: ID!, $comment: ID!) { wall(key: $wall) { ${readers} } company: wall(key: "company") { ${readers} }
        post: node(id: $post) { ... on Commentable { ${readers} } } comment: node(id: $comment) { ... on Commentable { ${readers} } } }`,
      { wall, post: postId, comment: commentId },
    );
    const members = { readers: { kind: 'SOME', name: 'Qualité Lille' } };
    assert.deepEqual(found, {
      wall: members,
      company: { readers: { kind: 'EVERYONE', name: null } },
      post: members,
      comment: members,
    });
    const { handle: open } = await group(bob, { name: 'Football' });
    const shown = await ana.client.query(`query ($wall: String!) { wall(key: $wall) { ${readers} } }`, {
      wall: `group:${open}`,
    });
    assert.deepEqual(shown.wall.readers, { kind: 'EMPLOYEES', name: null });
  });

  it('have channels, which those who run them add, rename, move and close', async () => {
    const { ana, bob, cleo } = intranet;
    const { id, handle } = await group(ana, { name: 'Line 4' });
    const wallKey = `group:${handle}`;
    await mutate(bob, 'joinGroup', { groupId: id });
    const change = (who: Employee, name: string, input: object) =>
      who.client.attempt(name, { wallKey, ...input }, 'wall { channels { id name archivedAt } }');
    const names = ({ wall }: Answer) => wall.channels.map(({ name }: { name: string }) => name);

    assert.deepEqual(codes(await change(bob, 'addChannel', { name: 'Safety' })), ['FORBIDDEN']);
    assert.deepEqual(names(await change(ana, 'addChannel', { name: ' Safety ' })), ['Safety']);
    assert.deepEqual(codes(await change(ana, 'addChannel', { name: 'safety' })), ['INVALID']);
    const { wall } = await change(cleo, 'addChannel', { name: 'Shifts' });
    const [safety, shifts] = wall.channels.map((channel: { id: string }) => channel.id);
    assert.deepEqual(names(await change(ana, 'updateChannel', { channelId: shifts, name: 'Teams', position: 0 })), [
      'Teams',
      'Safety',
    ]);

    const { post } = await bob.addPost(wallKey, 'Gloves', { channelId: safety });
    await bob.post(wallKey, 'Elsewhere');
    assert.deepEqual(
      await ana.wall(wallKey, `channelId: "${safety}"`, 'id channel { name }').then((found) => found.posts.nodes),
      [{ id: post.id, channel: { name: 'Safety' } }],
    );
    assert.equal((await ana.wall(wallKey)).posts.totalCount, 2);
    assert.deepEqual(codes(await bob.addPost('company', 'There', { channelId: safety })), ['NOT_FOUND']);
    await change(ana, 'updateChannel', { channelId: safety, archived: true });
    assert.deepEqual(codes(await bob.addPost(wallKey, 'Helmets', { channelId: safety })), ['LOCKED']);
  });

  it('are taken care of by those who run them', async () => {
    const { ana, bob } = intranet;
    const { id, handle } = await group(ana, { name: 'Line 5', visibility: 'PRIVATE', join: 'INVITE' });
    const wall = `group:${handle}`;
    await mutate(ana, 'setMembership', { groupId: id, personId: await personId(ana, 'bob'), role: 'MEMBER' });
    const postId = await bob.post(wall);
    const commentId = await ana.comment(postId);
    assert.deepEqual(codes(await bob.mutatePost('setPinned', { postId, pinned: true })), ['FORBIDDEN']);
    assert.deepEqual(codes(await bob.deleteComment(commentId)), ['FORBIDDEN']);
    assert.deepEqual(codes(await bob.setLocked(postId, true)), ['FORBIDDEN']);
    assert.deepEqual(codes(await ana.mutatePost('setPinned', { postId, pinned: true })), []);
    assert.deepEqual(codes(await ana.setLocked(postId, true)), []);
    assert.deepEqual(codes(await ana.mutatePost('deletePost', { postId })), []);
  });

  it('say their rule as data, and refuse one that cannot be read', async () => {
    const { ana } = intranet;
    const rule = 'Department = "Quality" and location != "Douai"';
    const input = { name: 'Quality', join: 'RULE', rule };
    const { group: made } = await ana.client.attempt(
      'addGroup',
      input,
      'group { rule ruleConditions { field isNot value } }',
    );
    assert.deepEqual(made, {
      rule: 'department = "Quality" and location != "Douai"',
      ruleConditions: [
        { field: 'department', isNot: false, value: 'Quality' },
        { field: 'location', isNot: true, value: 'Douai' },
      ],
    });
    const refused = await mutate(ana, 'addGroup', { ...input, rule: 'department is "Quality"' });
    assert.deepEqual([codes(refused), refused.userErrors[0].field], [['INVALID'], ['rule']]);
  });

  it('become private at once with all that was said, and public without opening it', async () => {
    const { ana, bob } = intranet;
    const { id, handle } = await group(ana, { name: 'Lyon move' });
    const wall = `group:${handle}`;
    const first = await ana.post(wall, 'In the open');
    await mutate(ana, 'updateGroup', { groupId: id, visibility: 'PRIVATE', join: 'INVITE' });
    assert.equal(await bob.node(first, 'id'), null);
    const second = await ana.post(wall, 'Among us');
    await mutate(ana, 'updateGroup', { groupId: id, visibility: 'PUBLIC' });
    const third = await ana.post(wall, 'In the open again');
    assert.deepEqual((await bob.wall(wall)).posts.nodes, [{ id: third }]);
    assert.equal((await bob.wall(wall)).posts.totalCount, 1);
    assert.equal((await ana.wall(wall)).posts.totalCount, 3);
    await mutate(ana, 'updateGroup', { groupId: id, visibility: 'PRIVATE' });
    await mutate(ana, 'updateGroup', { groupId: id, visibility: 'PUBLIC', opensFormerPosts: true });
    assert.deepEqual(
      (await bob.wall(wall)).posts.nodes,
      [third, second, first].map((each) => ({ id: each })),
    );
  });

  it('are closed, deleted and brought back by their owners', async () => {
    const { ana, bob } = intranet;
    const { id, handle } = await group(ana, { name: 'Summer party' });
    const wall = `group:${handle}`;
    const postId = await ana.post(wall);
    assert.deepEqual(codes(await mutate(bob, 'setGroupArchived', { groupId: id, archived: true })), ['FORBIDDEN']);
    await mutate(ana, 'setGroupArchived', { groupId: id, archived: true });
    assert.deepEqual([codes(await ana.addPost(wall)), codes(await ana.addComment(postId))], [['LOCKED'], ['LOCKED']]);
    assert.deepEqual((await bob.wall(wall)).posts.nodes, [{ id: postId }]);
    await mutate(ana, 'setGroupArchived', { groupId: id, archived: false });
    assert.deepEqual(codes(await ana.addComment(postId)), []);

    assert.deepEqual(codes(await mutate(ana, 'restoreGroup', { groupId: id })), ['INVALID']);
    await mutate(ana, 'deleteGroup', { groupId: id });
    assert.deepEqual(codes(await mutate(bob, 'restoreGroup', { groupId: id })), ['NOT_FOUND']);
    assert.deepEqual(
      [await bob.node(postId, 'id'), await ana.node(postId, 'id'), await seen(bob, handle)],
      [null, null, null],
    );
    assert.deepEqual(codes(await mutate(ana, 'updateGroup', { groupId: id, name: 'Other' })), ['NOT_FOUND']);
    await mutate(ana, 'restoreGroup', { groupId: id });
    assert.deepEqual((await bob.wall(wall)).posts.nodes, [{ id: postId }]);
  });

  it('have an owner', async () => {
    const { ana, bob } = intranet;
    const { id } = await group(ana, { name: 'Two of us' });
    assert.deepEqual(codes(await mutate(ana, 'leaveGroup', { groupId: id })), ['LAST_OWNER']);
    const bobId = await personId(ana, 'bob');
    await mutate(ana, 'setMembership', { groupId: id, personId: bobId, role: 'OWNER' });
    assert.deepEqual(codes(await mutate(ana, 'leaveGroup', { groupId: id })), []);
    assert.equal((await mutate(bob, 'updateGroup', { groupId: id, name: 'One of us' })).group.name, 'One of us');
  });
});
