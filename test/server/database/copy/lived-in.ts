import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { seedDemo } from '../../../../demo/seed/seed.ts';
import type { AuditHead } from '../../../../server/src/audit/audit-entry.ts';
import { connect, type Executor } from '../../../../server/src/database/connect.ts';
import { shapesAfter } from '../../../../server/src/database/copy/table-shapes.ts';
import { localIdOf, newId, type RowId } from '../../../../server/src/platform/ids.ts';
import { Employee } from '../../../support/server/intranet.ts';
import { addPeople } from '../../../support/server/test-people.ts';
import { startTestServer } from '../../../support/server/test-server.ts';

/** Of all who open it: a server that lets others read would give its pages other readers. */
const settings = { PARVIS_ANONYMOUS: 'read' };

/** Fills a database with what an intranet leaves behind: every table has rows, and rows have what is rarely there. */
export async function liveIn(url: string, people = 120): Promise<void> {
  const server = await startTestServer({ ...settings, DATABASE_URL: url, PARVIS_EDIT_WINDOW: '600' });
  const { db } = server.app.database;
  await seedDemo(server.app, { people });
  await addPeople(server, {
    early: { name: 'Early Bird' },
    double: { name: 'Lukasz Strauss' },
    late: { name: 'Łukasz Strauß 👋' },
    adam: { name: 'Adam Root', role: 'ADMIN' },
  });
  // Who came first reports to who came later.
  const late = db.selectFrom('person').select('id').where('handle', '=', 'late');
  await db.updateTable('person').set({ manager_id: late }).where('handle', '=', 'early').execute();

  const [early, adam] = [new Employee(server, 'early'), new Employee(server, 'adam')];
  const page = await early.page('moved-here');
  await server.app.services.subjects.alias('moved-away', 'moved-here');
  const comment = await early.comment(page.id, 'Line one\n\n*Line two* with "quotes", a \\ and 🎉');
  await early.updateComment(comment, 'Another text');
  const post = await new Employee(server, 'late').post('person:late', 'For @early');
  await adam.react(post, 'LIKE');
  const content = { poll: { choices: ['Yes', 'No'] } };
  const { post: poll } = await early.client.mutate(
    'addPost',
    { wallKey: 'company', body: 'Shall we?', content },
    'post { id content { ... on Poll { choices { id } } } }',
  );
  const { group } = await early.client.mutate(
    'addGroup',
    { name: 'Qualité Douai', visibility: 'PRIVATE', join: 'REQUEST' },
    'group { id handle }',
  );
  const wallKey = `group:${group.handle}`;
  await early.client.mutate('addChannel', { wallKey, name: 'Safety' }, 'wall { id }');
  await early.post(wallKey, 'Among us');
  await adam.client.mutate('requestMembership', { groupId: group.id, words: 'Please' }, 'group { id }');
  // Its owner has departed, and one of its members is asked to take it over.
  const { group: left } = await early.client.mutate('addGroup', { name: 'Left behind' }, 'group { id }');
  const group_id = localIdOf(left.id, 'Group');
  const { person } = await adam.client.query('{ person(handle: "adam") { id } }');
  await db.updateTable('group_').set({ ownerless_since: 1_790_000_000_000 }).where('id', '=', group_id).execute();
  await db
    .insertInto('ownership_offer')
    .values({
      group_id,
      person_id: localIdOf(person.id, 'Person'),
      state: 'OPEN',
      until: 1_790_600_000_000,
      created_at: 1,
    })
    .execute();
  await adam.client.mutate('setFollow', { sourceId: post, level: 'MENTIONS' }, 'source { id }');
  await adam.client.mutate('votePoll', { postId: poll.id, choiceIds: [poll.content.choices[1].id] });
  await adam.comment(post, 'To be deleted');
  await adam.deleteComment(await adam.comment(comment, 'An answer'));
  await adam.setLocked(post, true);
  await db
    .insertInto('outbox')
    .values({
      id: newId(),
      type: 'PostAdded',
      topics: '[]',
      subject: post,
      people: '[]',
      owner: '',
      claimed_at: 1,
    })
    .execute();
  const away = { from: '2026-11-01', until: '2027-10-31', zone: 'Europe/Paris', note: 'Sabbatical 👋' };
  await early.client.mutate('setAbsence', { ...away, substituteId: person.id }, 'person { id }');
  await tell(db, { subject: localIdOf(post, 'Post'), person: localIdOf(person.id, 'Person') });
  await mail(db, localIdOf(person.id, 'Person'), localIdOf(post, 'Post'));
  const job = { kind: 'sendMail', payload: '{"mailId":"1"}', attempts: 3, created_at: 1 };
  await db
    .insertInto('job')
    .values([
      { ...job, id: newId(), key: 'early', owner: '', due_at: 1_790_000_000_000, dead_at: null, failure: 'Error' },
      { ...job, id: newId(), key: 'early', owner: 'a node', due_at: 1_790_000_000_001, dead_at: null, failure: null },
      {
        ...job,
        id: newId(),
        key: null,
        owner: '',
        due_at: null,
        dead_at: 1_790_000_000_002,
        failure: 'Geänderte Adresse',
      },
    ])
    .execute();
  await db
    .updateTable('person')
    .set({ employee_number: '00 42', employee_key: '0042', mail_proved: 0 })
    .where('handle', '=', 'late')
    .execute();
  await server.app.services.people.merge('late', 'double');
  const { id: person_id } = await late.executeTakeFirstOrThrow();
  await db.insertInto('login').values({ login_key: 'lstraß', person_id, source: 'IMPORT' }).execute();
  await db
    .insertInto('account')
    .values({ issuer: 'https://login.example.org', subject: 'A-1', person_id, linked_at: 1 })
    .execute();
  await db.insertInto('page_key_change').values({ changed_at: 1_790_000_000_000 }).execute();
  await db
    .insertInto('former_page_key')
    .values({ key: 'https://intranet.example.org?p=1', former_key: 'https://intranet.example.org', seen_at: 1 })
    .execute();
  await early.comment((await early.page('for-a-few')).id, 'Between us');
  await server.app.services.subjects.ruling.set(null, { pattern: '/hr/**', readers: 'pass' });
  const page_id = (await db.selectFrom('page').select('id').where('key', '=', 'for-a-few').executeTakeFirstOrThrow())
    .id;
  const ends = { read_until: 1_790_000_000_000, write_until: 0 };
  await db
    .insertInto('page_grant')
    .values({ person_id, page_id, ...ends })
    .execute();
  await db.updateTable('page').set({ narrowing: 'narrowed' }).where('id', '=', page_id).execute();
  const { readers } = server.app.services.subjects;
  await server.app.database.transaction((trx) => readers.applied(trx, 'for-a-few'));
  await server.close();
}

/** All rows of all tables, whatever kind of database it is. */
export async function rowsOf(url: string): Promise<Record<string, unknown[]>> {
  const database = connect(url);
  const { tables } = await shapesAfter();
  const rows: Record<string, unknown[]> = {};
  for (const { name, key } of tables) {
    const all =
      await sql`select * from ${sql.table(name)} order by ${sql.join(key.map((column) => sql.ref(column)))}`.execute(
        database.db,
      );
    rows[name] = all.rows.map((row) => ({ ...(row as object) }));
  }
  await database.close();
  return rows;
}

/** The end of its audit log, if nothing is wrong with that. */
export async function auditOf(url: string): Promise<AuditHead> {
  const server = await startTestServer({ ...settings, DATABASE_URL: url });
  const found = await server.app.audit.verify();
  await server.close();
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

/** What people see of it. */
export async function responsesOf(url: string): Promise<unknown> {
  const server = await startTestServer({ ...settings, DATABASE_URL: url });
  const { wall, pages, ...people } = await server.as('adam').query(`{
    wall(key: "company") { posts(first: 50) { totalCount nodes { id body { source } reactionCount commentCount author { handle }
      comments(first: 20) { totalCount nodes { id body { source } author { handle } } } } } }
    pages(keys: ["moved-away"]) { id key comments(first: 20) { nodes { id body { source } editedAt deletedAt versions { nodes { body { source } } }
      comments(first: 5) { nodes { id deletedAt } } } } }
    begun: people(query: "str", first: 20) { totalCount nodes { handle manager { handle } } }
    misspelled: people(query: "lefevr stefane", first: 20) { totalCount nodes { handle name } }
    title: people(query: "soudeur", first: 50) { totalCount nodes { handle } facets { location { value count } } }
    everybody: people(first: 100) { totalCount nodes { handle manager { handle } } }
  }`);
  await server.close();
  return { wall, pages, people };
}

/** How many rows are found by full-text search, read from the file itself. */
export function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file);
  try {
    return {
      integrity: database.prepare('pragma integrity_check').get()!['integrity_check'],
      orphans: database.prepare('pragma foreign_key_check').all().length,
    };
  } finally {
    database.close();
  }
}

/** Somebody is told of what they did to what they wrote, in one go. */
async function tell(db: Executor, { subject, person }: { subject: RowId; person: RowId }): Promise<void> {
  const notice_id = newId();
  await db
    .insertInto('notice')
    .values({ id: notice_id, kind: 'REACTED_TO_POST', thing_type: 'Post', thing_id: subject, root_id: subject })
    .execute();
  const told_at = 1_790_000_000_000;
  const act_id = `${subject}:${person}`;
  await db
    .insertInto('notice_act')
    .values({ notice_id, act_id, actor_id: person, subject_id: subject, told_at })
    .execute();
  await db
    .insertInto('inbox')
    .values({ person_id: person, notice_id, since: told_at, last_at: told_at, seen_at: told_at, read_at: 0 })
    .execute();
  const everywhere = { place_type: '', place_id: '', kind: '' } as const;
  await db
    .insertInto('notification_figure')
    .values({ day: '2026-11-17', kind: 'REPLIED', people: 7, median: 2, percentile_95: 9 })
    .execute();
  await db
    .insertInto('notification_preference')
    .values({ person_id: person, ...everywhere, delivery: 'HERE', muted_until: told_at })
    .execute();
  const hours = { zone: 'Europe/Paris', hours: null, site: 'Douai', keeps_holidays: 1 };
  await db
    .insertInto('notification_schedule')
    .values({ person_id: person, ...hours, digest: 'WEEKLY', digest_hour: 8, digest_weekday: 1 })
    .execute();
}

/** Somebody is sent a mail, answers it, and gets none any more. */
async function mail(db: Executor, person_id: RowId, thing_id: RowId): Promise<void> {
  const at = 1_790_000_000_000;
  await db
    .insertInto('answer_address')
    .values({ token: '0t0k3n', person_id, thing_type: 'Post', thing_id, ends_at: at })
    .execute();
  const address = 'adam@example.org';
  await db
    .insertInto('outgoing_mail')
    .values({
      id: newId(),
      person_id,
      kind: 'answerHeld',
      about: '{"mailId":"1"}',
      state: 'SENT',
      address,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('incoming_mail')
    .values({ id: newId(), fingerprint: 'f', state: 'HELD', envelope: '{}', source: 'TMOpbA==', taken_at: at })
    .execute();
  await db.insertInto('mail_stop').values({ address, person_id, status: '5.1.1', stopped_at: at }).execute();
  await db.insertInto('mail_reply').values({ address, replied_at: at }).execute();
}
