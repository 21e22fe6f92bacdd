import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { purgeTexts } from '../../../server/src/housekeeping.ts';
import { localIdOf, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { askToFollow, follow } from '../../support/server/follow.ts';
import { type Answer, codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';

const shared = `kind content { ... on Poll { multiple endsAt closedAt isClosed voterCount choices { id text voteCount } } }`;
const own = `content { ... on Poll { viewerCanVote viewerCanClose choices { viewerVoted } } }`;
const posted = `post { id ${shared} }`;
const month = 31 * 24 * 60 * 60 * 1000;

describe('polls', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet();
  });
  afterEach(() => intranet.close());

  const add = (poll: object, more: object = {}): Promise<Answer> =>
    intranet.ana.client.attempt('addPost', { wallKey: 'company', body: 'Lunch?', content: { poll }, ...more }, posted);
  /** A poll of Ana's: where to eat. */
  const ask = async (more: object = {}): Promise<Answer> =>
    (await add({ choices: ['Canteen', 'Market', 'Park'], ...more })).post;
  const vote = (person: Employee, post: Answer, chosen: readonly number[], more: object = {}): Promise<Answer> => {
    const choiceIds = chosen.map((index) => post.content.choices[index].id);
    return person.client.attempt('votePoll', { postId: post.id, choiceIds, ...more }, `post { id ${shared} ${own} }`);
  };
  const close = (person: Employee, { id }: Answer): Promise<Answer> =>
    person.client.attempt('closePoll', { postId: id }, `post { id ${shared} ${own} }`);
  const read = (person: Employee, { id }: Answer): Promise<Answer> =>
    person.node(id, `... on Post { ${shared} ${own} }`);
  const countsOf = ({ content }: Answer): number[] => [
    content.voterCount,
    ...content.choices.map(({ voteCount }: Answer) => voteCount),
  ];
  const mine = ({ content }: Answer) => content.choices.map(({ viewerVoted }: Answer) => viewerVoted);

  /** The counts of a poll, as its votes make them. */
  async function counted(post: Answer): Promise<number[]> {
    const { db } = intranet.server.app.database;
    const postId = localIdOf(post.id, 'Post');
    const votes = await db.selectFrom('poll_vote').selectAll().where('post_id', '=', postId).execute();
    const ofChoice = ({ id }: Answer) =>
      votes.filter(({ choice_id }) => choice_id === localIdOf(id, 'PollChoice')).length;
    return [new Set(votes.map(({ person_id }) => person_id)).size, ...post.content.choices.map(ofChoice)];
  }

  it('are posts with choices, in the order of their author', async () => {
    const post = await ask({ multiple: true, endsAt: '2099-01-01T00:00:00.000Z' });

    assert.deepEqual(
      [post.kind, post.content.multiple, post.content.endsAt, post.content.closedAt, post.content.isClosed],
      ['POLL', true, '2099-01-01T00:00:00.000Z', null, false],
    );
    const texts = post.content.choices.map(({ text }: Answer) => text);
    assert.deepEqual(
      [texts, countsOf(post)],
      [
        ['Canteen', 'Market', 'Park'],
        [0, 0, 0, 0],
      ],
    );
    assert.equal((await ask()).content.multiple, false);
  });

  it('are refused where nobody could choose, with the place of what is wrong', async () => {
    const refusal = async (poll: object, more?: object) => {
      const [error] = (await add(poll, more)).userErrors;
      return [error.code, error.field.join('.')];
    };
    const many = (count: number) => Array.from({ length: count }, (_, index) => `Choice ${index}`);

    for (const choices of [[], ['Alone'], many(21)])
      assert.deepEqual(await refusal({ choices }), ['INVALID', 'content.poll.choices']);
    assert.equal((await ask({ choices: many(20) })).content.choices.length, 20);
    assert.deepEqual(await refusal({ choices: ['Yes', ' '] }), ['EMPTY', 'content.poll.choices.1']);
    assert.deepEqual(await refusal({ choices: ['Yes', '\u200b'] }), ['EMPTY', 'content.poll.choices.1']);
    assert.deepEqual(await refusal({ choices: ['Yes', 'n'.repeat(141)] }), ['TOO_LONG', 'content.poll.choices.1']);
    assert.deepEqual(await refusal({ choices: ['No', 'Yes', ' yes '] }), ['INVALID', 'content.poll.choices.2']);
    assert.deepEqual(await refusal({ choices: ['No', 'a\0b'] }), ['INVALID', 'content.poll.choices.1']);
    const past = new Date(intranet.server.clock.now()).toISOString();
    assert.deepEqual(await refusal({ choices: ['Yes', 'No'], endsAt: past }), ['INVALID', 'content.poll.endsAt']);
    const link = { linkUrl: 'https://a.example/' };
    assert.deepEqual(await refusal({ choices: ['Yes', 'No'] }, link), ['INVALID', 'linkUrl']);
    const { id } = await ask();
    const edited = await intranet.ana.mutatePost('updatePost', { postId: id, body: 'Where?', ...link });
    assert.deepEqual(codes(edited), ['INVALID']);
    assert.deepEqual(codes(await intranet.ana.mutatePost('updatePost', { postId: id, body: 'Where?' })), []);
  });

  it('take one choice of each person, who can change it and take it back', async () => {
    const { ana, bob } = intranet;
    const post = await ask();

    const first = await vote(ana, post, [0]);
    const second = await vote(bob, post, [0]);
    const again = await vote(bob, post, [0]);
    const changed = await vote(bob, post, [2]);
    const back = await vote(bob, post, []);
    const twice = await vote(bob, post, []);

    assert.deepEqual(
      [countsOf(first.post), mine(first.post)],
      [
        [1, 1, 0, 0],
        [true, false, false],
      ],
    );
    assert.deepEqual(countsOf(second.post), [2, 2, 0, 0]);
    assert.deepEqual(again, second);
    assert.deepEqual(
      [countsOf(changed.post), mine(changed.post)],
      [
        [2, 1, 0, 1],
        [false, false, true],
      ],
    );
    assert.deepEqual(
      [countsOf(back.post), mine(back.post)],
      [
        [1, 1, 0, 0],
        [false, false, false],
      ],
    );
    assert.deepEqual(twice, back);
    assert.deepEqual(await counted(post), [1, 1, 0, 0]);
  });

  it('take several choices only where they say so, and only their own', async () => {
    const { bob } = intranet;
    const [single, multiple] = [await ask(), await ask({ multiple: true })];

    assert.deepEqual(codes(await vote(bob, single, [0, 1])), ['INVALID']);
    assert.deepEqual(countsOf((await vote(bob, multiple, [0, 1])).post), [1, 1, 1, 0]);
    assert.deepEqual(countsOf((await vote(bob, multiple, [1, 2])).post), [1, 0, 1, 1]);
    assert.deepEqual(codes(await vote(bob, { ...single, content: multiple.content }, [0])), ['INVALID']);
    assert.deepEqual(codes(await vote(bob, { ...single, id: await bob.post('company') }, [0])), ['NOT_FOUND']);
    assert.deepEqual(await counted(single), [0, 0, 0, 0]);
  });

  it('answer a vote that is sent again with what it did, whatever was voted since', async () => {
    const { bob } = intranet;
    const post = await ask();
    const idempotencyKey = newId();
    await vote(bob, post, [0], { idempotencyKey });
    await vote(bob, post, [1]);

    const again = await vote(bob, post, [0], { idempotencyKey });

    assert.deepEqual(
      [countsOf(again.post), mine(again.post)],
      [
        [1, 0, 1, 0],
        [false, true, false],
      ],
    );
  });

  it('end at their time, or when their author or communication staff close them', async () => {
    const { ana, bob, cleo, server } = intranet;
    const ending = await ask({ endsAt: new Date(server.clock.now() + 60_000).toISOString() });
    const [one, other] = [await ask(), await ask()];
    assert.equal((await read(bob, ending)).content.viewerCanVote, true);

    server.clock.advance(60_000);
    const { content: ended } = await read(ana, ending);
    assert.deepEqual([ended.isClosed, ended.closedAt, ended.viewerCanVote, ended.viewerCanClose], [
      true, null, false, false,
    ]); // prettier-ignore
    assert.deepEqual(codes(await vote(bob, ending, [0])), ['LOCKED']);

    assert.deepEqual(codes(await close(bob, one)), ['FORBIDDEN']);
    assert.deepEqual([(await read(bob, one)).content.viewerCanClose, (await read(ana, one)).content.viewerCanClose], [
      false, true,
    ]); // prettier-ignore
    const { post: closed } = await close(ana, one);
    assert.equal(closed.content.isClosed, true);
    server.clock.advance(1000);
    assert.equal((await close(ana, one)).post.content.closedAt, closed.content.closedAt);
    assert.deepEqual(codes(await vote(bob, one, [0])), ['LOCKED']);
    assert.equal((await close(cleo, other)).post.content.isClosed, true);
  });

  it('count as many votes as there are, though a hundred people vote at once', async () => {
    const handles = Array.from({ length: 100 }, (_, index) => `voter${index}`);
    await addPeople(intranet.server, Object.fromEntries(handles.map((handle) => [handle, { name: handle }])));
    const people = handles.map((handle) => new Employee(intranet.server, handle));
    const post = await ask({ multiple: true });

    await Promise.all(people.flatMap((person, index) => [vote(person, post, [index % 3]), vote(person, post, [0, 1])]));
    await Promise.all(people.slice(0, 30).map((person) => vote(person, post, [])));

    const counts = countsOf(await read(people[0]!, post));
    assert.equal(counts[0], 70);
    assert.deepEqual(counts, await counted(post));
  });

  it('join the votes of two entries of one person', async () => {
    const { ana, bob } = intranet;
    await addPeople(intranet.server, { bob2: { name: 'Bob Stone' } });
    const double = new Employee(intranet.server, 'bob2');
    const [single, multiple, alone] = [await ask(), await ask({ multiple: true }), await ask()];
    for (const post of [single, multiple]) {
      await vote(ana, post, [0]);
      await vote(bob, post, [0]);
    }
    await vote(double, single, [1]);
    await vote(double, multiple, [0, 2]);
    await vote(double, alone, [2]);

    const report = await intranet.server.app.services.people.merge('bob', 'bob2');

    assert.equal(report['polls voted in'], 3);
    assert.deepEqual(countsOf(await read(bob, single)), [2, 2, 0, 0]);
    assert.deepEqual(countsOf(await read(bob, multiple)), [2, 2, 0, 1]);
    assert.deepEqual(mine(await read(bob, multiple)), [true, false, true]);
    assert.deepEqual(mine(await read(bob, alone)), [false, false, true]);
    for (const post of [single, multiple, alone])
      assert.deepEqual(countsOf(await read(bob, post)), await counted(post));
  });

  it('go with their post: at once for readers, and from the database with its text', async () => {
    const { ana, bob, server } = intranet;
    const post = await ask();
    await vote(bob, post, [0]);

    const { post: deleted } = await ana.client.attempt(
      'deletePost',
      { postId: post.id },
      `post { id ${shared} ${own} }`,
    );
    assert.deepEqual([deleted.kind, countsOf(deleted), deleted.content.viewerCanVote], ['POLL', [0], false]);
    assert.deepEqual(codes(await vote(bob, post, [1])), ['NOT_FOUND']);
    assert.deepEqual(codes(await close(ana, post)), ['NOT_FOUND']);
    await ana.mutatePost('restorePost', { postId: post.id });
    assert.deepEqual(countsOf(await read(bob, post)), [1, 1, 0, 0]);

    await ana.mutatePost('deletePost', { postId: post.id });
    server.clock.advance(month);
    await purgeTexts(server.app);
    const { db } = server.app.database;
    for (const table of ['poll', 'poll_choice', 'poll_vote'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table);
  });

  it('are told live, with nothing of who reads', async () => {
    const { ana, bob, cleo, server } = intranet;
    server.app.start();
    const post = await ask();
    const company = toGlobalId('Wall', 'company');
    const document = (selection: string) =>
      `subscription ($topics: [ID!]!) { events(topics: $topics) { __typename cursor ... on Subscribed { topics }
        ... on PollChanged { people post { id ${selection} } } } }`;
    const reader = await follow(cleo.client, [company], { query: document(shared) });
    const idOf = async ({ client }: Employee) => (await client.query('{ viewer { person { id } } }')).viewer.person.id;
    const ids = await Promise.all([ana, bob, cleo].map(idOf));

    for (const person of [ana, bob, cleo]) await vote(person, post, [person === ana ? 0 : 2]);
    // As many at once as come within the time for which they are gathered.
    await until(() => reader.events.at(-1)?.people.includes(ids[2]));

    const last = reader.events.at(-1);
    assert.deepEqual([last.__typename, last.post.id, countsOf(last.post)], ['PollChanged', post.id, [3, 1, 0, 2]]);
    assert.deepEqual([...new Set(reader.events.flatMap((event) => event.people))], ids);
    const refused = await askToFollow(cleo.client, [company], { query: document(own) });
    assert.match(await refused.text(), /viewerCanVote.*told to nobody/s);
  });

  it('cost as many statements for ten on a wall as for two', async () => {
    const wall = `query ($first: Int!) { wall(key: "company") { posts(first: $first) { nodes { ${shared} ${own} } } } }`;
    for (let index = 0; index < 10; index++) await vote(intranet.ana, await ask(), [0]);
    const statements = (first: number) => statementsDuring(() => intranet.bob.client.query(wall, { first }));
    await statements(2);

    const [two, ten] = [await statements(2), await statements(10)];

    assert.equal(ten.length, two.length);
  });
});

describe('polls on a server that shows nothing to the signed out', () => {
  it('are neither read nor voted in by them', async () => {
    const intranet = await startIntranet({ PARVIS_ANONYMOUS: 'none' });
    const { ana, nobody } = intranet;
    const content = { poll: { choices: ['Yes', 'No'] } };
    const { post } = await ana.addPost('company', 'Shall we?', { content });
    const query = `query ($id: ID!) { node(id: $id) { ... on Post { ${shared} } } }`;

    const { data, errors } = await nobody.client.send(query, { id: post.id });
    const refused = await nobody.client.attempt('votePoll', { postId: post.id, choiceIds: [] }, 'post { id }');

    assert.deepEqual([data?.node ?? null, errors?.[0]?.extensions?.code], [null, 'UNAUTHENTICATED']);
    assert.deepEqual([refused.post, codes(refused)], [null, ['UNAUTHENTICATED']]);
    await intranet.close();
  });
});
