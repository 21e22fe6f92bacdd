import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { newPerson } from '../../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../../server/src/modules/people/person.ts';
import type { Executor } from '../../../server/src/database/connect.ts';
import { shapesAfter } from '../../../server/src/database/copy/table-shapes.ts';
import { localIdOf, newId, type RowId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const claims = { mails: [], doubtfulMails: [] };
const issuer = 'https://login.example.org';

describe('two entries of one person', () => {
  let intranet: Intranet;
  let double: Employee;
  beforeEach(async () => {
    intranet = await startIntranet();
    const { people } = intranet.server.app.services;
    const details = { ...newPersonDetails('ana2', 'Ana Lima'), email: 'ana.lima@example.org', mailProved: true };
    const logins = { source: 'IMPORT' as const, names: ['alima'] };
    await people.add([{ ...newPerson({ ...details, phone: '+33 1 99 00 00 07', role: 'ADMIN' }), logins }]);
    double = new Employee(intranet.server, 'ana2');
  });
  afterEach(() => intranet.close());

  const merge = (into = 'ana', from = 'ana2', options = {}) =>
    intranet.server.app.services.people.merge(into, from, options);
  const idOf = async (handle: string) => {
    const { db } = intranet.server.app.database;
    return (await db.selectFrom('person').select('id').where('handle', '=', handle).executeTakeFirstOrThrow()).id;
  };
  const signIn = async (more: object) => {
    const outcome = await intranet.server.app.services.people.signIn({ ...claims, ...more }, true);
    return 'person' in outcome ? outcome.person.handle : outcome.denial;
  };

  /** Something of every kind that a person leaves behind. */
  async function live() {
    const page = await double.page('news');
    const comment = await double.comment(page.id, 'Hello');
    const post = await double.post('person:ana2', 'My wall');
    const own = await intranet.ana.post('person:ana', 'Hers');
    const content = { poll: { choices: ['Yes', 'No'] } };
    const choices = 'content { ... on Poll { choices { id } } }';
    const question = { wallKey: 'company', body: 'Shall we?', content };
    const { post: poll } = await intranet.bob.client.mutate('addPost', question, `post { id ${choices} }`);
    await double.client.mutate('votePoll', { postId: poll.id, choiceIds: [poll.content.choices[0].id] });
    const { group } = await double.client.mutate(
      'addGroup',
      { name: 'Hers', visibility: 'PRIVATE', join: 'REQUEST' },
      'group { id }',
    );
    const { group: asked } = await intranet.bob.client.mutate(
      'addGroup',
      { name: 'His', join: 'REQUEST' },
      'group { id }',
    );
    await double.client.mutate('requestMembership', { groupId: asked.id }, 'group { id }');
    const bob = await intranet.bob.client.query('{ person(handle: "bob") { id } }');
    await double.client.mutate('inviteToGroup', { groupId: group.id, personId: bob.person.id }, 'group { id }');
    const mention = await intranet.bob.comment(page.id, 'For @ana2');
    await double.react(page.id, 'LOVE');
    await double.client.mutate('setFollow', { sourceId: page.id, level: 'ALL' }, 'source { id }');
    const { person: ana2 } = await intranet.bob.client.query('{ person(handle: "ana2") { id } }');
    await intranet.bob.client.mutate('setFollow', { sourceId: ana2.id, level: 'ALL' }, 'source { id }');
    await double.client.mutate(
      'setNotificationPreference',
      { kind: 'REPLIED', delivery: 'HERE' },
      'settings { mailAvailable }',
    );
    await double.client.mutate('setDigest', { frequency: 'NONE' }, 'settings { mailAvailable }');
    await intranet.ana.react(page.id, 'LIKE');
    await double.react(mention, 'LIKE');
    await double.client.attempt('setPageTitle', { pageId: page.id, title: 'News' }, 'page { title }');
    await double.deleteComment(await intranet.bob.comment(page.id, 'To go'));
    await signIn({ account: { issuer, subject: 'S-2' }, userName: 'ana2' });
    const away = { from: '2026-11-01', until: '2027-10-31', zone: 'Europe/Paris' };
    await double.client.mutate('setAbsence', { ...away, substituteId: bob.person.id }, 'person { id }');
    await intranet.bob.client.mutate('setAbsence', { ...away, substituteId: ana2.id }, 'person { id }');
    const { db } = intranet.server.app.database;
    const manager_id = await idOf('ana2');
    await db.updateTable('person').set({ manager_id }).where('handle', '=', 'bob').execute();
    const { id: page_id } = await db.selectFrom('page').select('id').executeTakeFirstOrThrow();
    const ends = { read_until: 2_000_000_000_000, write_until: 0 };
    await db
      .insertInto('page_grant')
      .values({ person_id: manager_id, page_id, ...ends })
      .execute();
    const mail = { person_id: manager_id, address: 'ana.lima@example.org' };
    await db
      .insertInto('answer_address')
      .values({ token: 't', person_id: manager_id, thing_type: 'Page', thing_id: page_id, ends_at: 1 })
      .execute();
    await db
      .insertInto('outgoing_mail')
      .values({ ...mail, id: newId(), kind: 'answerHeld', about: '{}', state: 'SENT', created_at: 1 })
      .execute();
    await db
      .insertInto('mail_stop')
      .values({ ...mail, status: null, stopped_at: 1 })
      .execute();
    // Bob answers the second, who reacts to what he wrote: both are told.
    const about = { subject_id: localIdOf(mention, 'Comment'), told_at: 1_790_000_000_000 };
    await told(db, { ...about, to: manager_id, by: await idOf('bob'), act_id: about.subject_id });
    await told(db, { ...about, to: await idOf('bob'), by: manager_id, act_id: `${about.subject_id}:${manager_id}` });
    return { page, comment, post, own, mention };
  }

  it('become one: what the second wrote, reacted to, posted, deleted and manages is the first one’s', async () => {
    const { page, comment, post, own, mention } = await live();
    const [first, second] = [await idOf('ana'), await idOf('ana2')];

    const report = await merge();

    assert.deepEqual(report, {
      deletions: 1, 'pages granted': 1, comments: 1, posts: 1, 'polls voted in': 1, groups: 1, reactions: 2, follows: 1, followers: 1, notifications: 1, 'notification preferences': 1, accounts: 1, 'login names': 1, 'people managed': 1,
      absences: 1, 'people stood in for': 1,
    }); // prettier-ignore
    const { db } = intranet.server.app.database;
    const { tables } = await shapesAfter();
    for (const { name, columns } of tables) {
      for (const column of columns) {
        const rows = await sql<{ count: number }>`
          select count(*) as count from ${sql.table(name)} where cast(${sql.ref(column)} as text) = ${second}
        `.execute(db);
        const itself = name === 'person' && column === 'id';
        assert.equal(Number(rows.rows[0]!.count), itself ? 1 : 0, `${name}.${column} leads to the second no more`);
      }
    }
    const answer = await intranet.bob.client.query(
      `query ($page: ID!, $comment: ID!, $mention: ID!, $second: ID!) {
        page: node(id: $page) { ... on Page { reactionCount reactionGroups { content totalCount } } }
        comment: node(id: $comment) { ... on Comment { author { handle } } }
        mention: node(id: $mention) { ... on Comment { reactions(first: 5) { nodes { person { handle } } } } }
        wall(key: "person:ana2") { key posts(first: 5) { nodes { id author { handle } } } }
        second: node(id: $second) { ... on Person { handle } }
        byHandle: person(handle: "ANA2") { handle phone email status reports(first: 5) { nodes { handle } } }
        search: people(query: "Ana Lima") { totalCount nodes { handle } }
        mail: people(query: "ana.lima@example.org") { nodes { handle } }
      }`,
      { page: page.id, comment, mention, second: toGlobalId('Person', second) },
    );
    const groups = answer.page.reactionGroups.filter(({ totalCount }: { totalCount: number }) => totalCount > 0);
    assert.deepEqual([answer.page.reactionCount, groups], [1, [{ content: 'LIKE', totalCount: 1 }]]);
    assert.equal(answer.comment.author.handle, 'ana');
    assert.deepEqual(answer.mention.reactions.nodes, [{ person: { handle: 'ana' } }]);
    assert.equal(answer.wall.key, 'person:ana');
    assert.deepEqual(answer.wall.posts.nodes.map(({ id }: { id: string }) => id).toSorted(), [own, post].toSorted());
    assert.equal(answer.second.handle, 'ana');
    assert.deepEqual(answer.byHandle, {
      handle: 'ana', phone: '+33 1 99 00 00 07', email: 'ana.lima@example.org', status: 'ACTIVE',
      reports: { nodes: [{ handle: 'bob' }] },
    }); // prettier-ignore
    assert.deepEqual(answer.search, { totalCount: 1, nodes: [{ handle: 'ana' }] });
    assert.deepEqual(answer.mail.nodes, [{ handle: 'ana' }]);
    const titled = await db.selectFrom('page').select('title_set_by').where('title', '=', 'News').execute();
    assert.deepEqual(titled, [{ title_set_by: first }]);
    assert.equal((await intranet.ana.client.query('{ viewer { role } }')).viewer.role, 'EMPLOYEE');
  });

  it('lead to one by every name that either had', async () => {
    await live();

    await merge();

    assert.equal(await signIn({ userName: 'ana2' }), 'ana');
    assert.equal(await signIn({ userName: 'ALIMA' }), 'ana');
    assert.equal(await signIn({ mails: ['ana.lima@example.org'] }), 'ana');
    assert.equal(await signIn({ account: { issuer, subject: 'S-2' } }), 'ana');
    // The account of the second is the first one’s only one.
    assert.equal(await signIn({ account: { issuer, subject: 'S-3' }, userName: 'ana' }), 'ana3');
  });

  it('stay two where it is only tried', async () => {
    await live();

    const report = await merge('ana', 'ana2', { dryRun: true });

    assert.equal(report['comments'], 1);
    assert.equal(await signIn({ userName: 'ana2' }), 'ana2');
    assert.deepEqual(await merge(), report);
  });

  it('can be a third one’s later, who then has all names', async () => {
    await merge();

    await merge('bob', 'ana');

    assert.equal(await signIn({ userName: 'ana2' }), 'bob');
    assert.equal(await signIn({ userName: 'ana' }), 'bob');
  });

  it('leave nobody below themselves', async () => {
    const { db } = intranet.server.app.database;
    const managers: [string, string][] = [
      ['ana', 'bob'],
      ['bob', 'ana2'],
      ['ana2', 'adam'],
    ];
    for (const [handle, manager] of managers)
      await db
        .updateTable('person')
        .set({ manager_id: await idOf(manager) })
        .where('handle', '=', handle)
        .execute();

    await merge();

    const { people } = intranet.server.app.services;
    const ids = [await idOf('ana'), await idOf('bob')];
    const above = await people.managersOf(ids);
    assert.deepEqual(
      ids.map((id) => above.get(id)!.map(({ handle }) => handle)),
      [['adam'], ['ana', 'adam']],
    );
  });

  it('are refused where they are one already, not there, or the one to stay has left', async () => {
    await assert.rejects(merge('ana', 'ana'), /already one person/);
    await assert.rejects(merge('ana', 'zoe'), /No person has the handle zoe/);
    await intranet.server.app.database.db
      .updateTable('person')
      .set({ status: 'DEPARTED' })
      .where('handle', '=', 'ana')
      .execute();
    await assert.rejects(merge('ana', 'ana2'), /the other way round/);
    await merge('ana2', 'ana');
    await assert.rejects(merge('ana', 'ana2'), /already one person/);
  });

  it('are refused where the server would have no administrator', async () => {
    const { people } = intranet.server.app.services;
    await people.commandRights({ handle: 'adam', change: { role: 'EMPLOYEE' } });

    for (const options of [{ dryRun: true }, {}])
      await assert.rejects(merge('ana', 'ana2', options), /Ana Lima is the last administrator/);
    await merge('ana2', 'ana');

    assert.deepEqual(
      (await people.list({ role: 'ADMIN' })).map(({ handle }) => handle),
      ['ana2'],
    );
  });
});

describe('mail addresses of which nobody knows who proved them', () => {
  it('are trusted once somebody says so, but for those that a sign-in may have brought', async () => {
    const { server, close } = await startIntranet();
    const { people } = server.app.services;
    const from = (handle: string, more = {}) =>
      newPerson({ ...newPersonDetails(handle, handle), email: `${handle}@example.org`, ...more });
    await people.add([from('imported', { department: 'Sales' }), from('evil'), from('doubted', { mailProved: false })]);

    const tried = await people.trustMails({ dryRun: true });
    const done = await people.trustMails({});

    assert.deepEqual(tried, { trusted: 1, left: [{ handle: 'evil', email: 'evil@example.org' }] });
    assert.deepEqual(done, tried);
    assert.equal((await people.resolveHandles(['imported'])).get('imported')!.mailProved, true);
    assert.deepEqual(await people.trustMails({ handles: ['EVIL', 'doubted'] }), { trusted: 1, left: [] });
    assert.equal((await people.resolveHandles(['doubted'])).get('doubted')!.mailProved, false);
    await close();
  });
});

async function told(
  db: Executor,
  { to, by, act_id, subject_id, told_at }: { to: RowId; by: RowId; act_id: string; subject_id: RowId; told_at: number },
): Promise<void> {
  const id = newId();
  const kind = act_id.includes(':') ? 'REACTED_TO_COMMENT' : 'REPLIED';
  await db
    .insertInto('notice')
    .values({ id, kind, thing_type: 'Comment', thing_id: subject_id, root_id: null })
    .execute();
  await db.insertInto('notice_act').values({ notice_id: id, act_id, actor_id: by, subject_id, told_at }).execute();
  await db
    .insertInto('inbox')
    .values({ person_id: to, notice_id: id, since: told_at, last_at: told_at, seen_at: 0, read_at: 0 })
    .execute();
}
