import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuditEntry } from '../../../server/src/audit/audit-entry.ts';
import { localIdOf, toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';

const news = 'https://intranet.example.org/news/closing-of-plant-4';

describe('the audit log', () => {
  let intranet: Intranet;
  let before: number;
  beforeEach(async () => {
    intranet = await startIntranet();
    before = (await intranet.server.app.audit.head()).number;
  });
  afterEach(() => intranet.close());

  const people = () => intranet.server.app.services.people;
  const idOf = async (handle: string) => (await people().resolveHandles([handle])).get(handle)!.id;
  /** What was recorded since the start: who, act, subject, details. */
  const recorded = async () => {
    const entries: AuditEntry[] = [];
    for await (const some of intranet.server.app.audit.entries(before)) entries.push(...some);
    return entries.map(({ actor, action, subject, details }) => [actor, action, subject, JSON.parse(details)]);
  };
  const change = async (name: string, handle: string, input = {}) =>
    intranet.adam.client.mutate(
      name,
      { personId: toGlobalId('Person', await idOf(handle)), ...input },
      'person { id }',
    );

  it('says who changed the rights of whom', async () => {
    const [adam, bob] = [`Person:${await idOf('adam')}`, `Person:${await idOf('bob')}`];
    await change('setPersonRole', 'bob', { role: 'COMMUNICATOR' });
    await change('setPersonRole', 'bob', { role: 'COMMUNICATOR' });
    await change('setPersonKind', 'bob', { kind: 'CONTRACTOR' });
    await change('deactivatePerson', 'bob');
    await change('reactivatePerson', 'bob');
    await people().commandRights({ handle: 'bob', change: { role: 'EMPLOYEE' } });

    assert.deepEqual(await recorded(), [
      [adam, 'setPersonRole', bob, { from: 'EMPLOYEE', to: 'COMMUNICATOR' }],
      [adam, 'setPersonKind', bob, { from: 'EMPLOYEE', to: 'CONTRACTOR' }],
      [adam, 'deactivatePerson', bob, null],
      [adam, 'reactivatePerson', bob, null],
      ['command line', 'setPersonRole', bob, { from: 'COMMUNICATOR', to: 'EMPLOYEE' }],
    ]);
    assert.ok('hash' in (await intranet.server.app.audit.verify()));
  });

  it('says who came into a group, what they became, who reads it, and that it was deleted', async () => {
    const { ana, bob } = intranet;
    const [anaId, bobId] = [await idOf('ana'), await idOf('bob')];
    const { group } = await ana.client.mutate(
      'addGroup',
      { name: 'Secret name', visibility: 'PRIVATE' },
      'group { id }',
    );
    const input = { groupId: group.id };
    const of = async (who: typeof ana, name: string, more = {}) =>
      who.client.attempt(name, { ...input, ...more }, 'group { id }');
    await of(bob, 'joinGroup');
    await of(bob, 'updateGroup', { visibility: 'PUBLIC' });
    await of(ana, 'setMembership', { personId: toGlobalId('Person', bobId), role: 'ANIMATOR' });
    await of(ana, 'updateGroup', { name: 'Another' });
    await of(ana, 'updateGroup', { visibility: 'PUBLIC', opensFormerPosts: true });
    await of(ana, 'setGroupArchived', { archived: true });
    await of(ana, 'setGroupArchived', { archived: false });
    await of(bob, 'leaveGroup');
    await of(ana, 'deleteGroup');
    await of(ana, 'restoreGroup');

    const subject = `Group:${localIdOf(group.id, 'Group')}`;
    const [byAna, byBob] = [`Person:${anaId}`, `Person:${bobId}`];
    assert.deepEqual(await recorded(), [
      [byAna, 'setGroupVisibility', subject, { from: null, to: 'PRIVATE', opensFormerPosts: false }],
      [byAna, 'setMembership', subject, { person: anaId, from: null, to: 'OWNER' }],
      [byBob, 'setMembership', subject, { person: bobId, from: null, to: 'MEMBER' }],
      [byAna, 'setMembership', subject, { person: bobId, from: 'MEMBER', to: 'ANIMATOR' }],
      [byAna, 'setGroupVisibility', subject, { from: 'PRIVATE', to: 'PUBLIC', opensFormerPosts: true }],
      [byAna, 'setGroupArchived', subject, { archived: true }],
      [byAna, 'setGroupArchived', subject, { archived: false }],
      [byBob, 'setMembership', subject, { person: bobId, from: 'ANIMATOR', to: null }],
      [byAna, 'deleteGroup', subject, null],
      [byAna, 'restoreGroup', subject, null],
    ]);
  });

  it('says nothing of what was refused', async () => {
    await intranet.adam.client.attempt('deactivatePerson', { personId: toGlobalId('Person', await idOf('adam')) }, 'person { id }'); // prettier-ignore
    await intranet.bob.client.attempt('deactivatePerson', { personId: toGlobalId('Person', await idOf('ana')) }, 'person { id }'); // prettier-ignore

    assert.deepEqual(await recorded(), []);
  });

  it('says what imports did to the rights of people', async () => {
    const csv = 'handle,name,role,status\nbob,Bob Stone,communicator,departed\nnew,New Admin,admin,\nold,Old Hand,,\n';
    await people().import(Readable.from([Buffer.from(csv)]), { dryRun: true });
    await people().import(Readable.from([Buffer.from(csv)]));

    const [bob, neu] = [`Person:${await idOf('bob')}`, `Person:${await idOf('new')}`];
    assert.deepEqual(
      (await recorded()).sort(([, a], [, b]) => String(a).localeCompare(String(b))),
      [
        ['command line', 'deactivatePerson', bob, null],
        ['command line', 'importPeople', null, { rows: 3, added: 2, updated: 1, refused: 0, departed: 0 }],
        ['command line', 'setPersonRole', neu, { from: null, to: 'ADMIN' }],
        ['command line', 'setPersonRole', bob, { from: 'EMPLOYEE', to: 'COMMUNICATOR' }],
      ],
    );
  });

  it('says what else was done on the command line, by ids alone', async () => {
    const { services, jobs, database } = intranet.server.app;
    const [ana, bob] = [await idOf('ana'), await idOf('bob')];
    const page = await intranet.ana.page(news);
    await intranet.ana.comment(page.id, 'Plant 4 closes');
    await services.subjects.setTitle(null, news, 'Plant 4 closes');
    await services.subjects.alias(news, 'https://intranet.example.org/archive');
    await people().merge('ana', 'bob', { dryRun: true });
    await people().merge('ana', 'bob');
    await database.transaction((trx) => intranet.server.app.queue.add(trx, 'publishEvent', {} as never, { dueAt: 1 }));
    const { jobs: all } = await jobs.list({}, 100);
    const { id } = all.at(-1)!;
    await jobs.retry(id);
    await jobs.drop(id);

    const entries = await recorded();

    assert.deepEqual(
      entries.map(([actor, action]) => [actor, action]),
      ['setPageTitle', 'movePage', 'mergePeople', 'retryJob', 'dropJob'].map((action) => ['command line', action]),
    );
    assert.match(String(entries[0]![2]), /^Page:[\w-]{36}$/);
    assert.deepEqual(entries[2]!.slice(2), [`Person:${ana}`, { from: bob }]);
    assert.deepEqual(entries[4]!.slice(2), [null, { job: id }]);
    assert.doesNotMatch(JSON.stringify(entries), /plant|archive|ana|bob|stone/i);
  });

  it('costs those nothing who only write', async () => {
    const page = await intranet.ana.page(news);

    const statements = await statementsDuring(() => intranet.ana.comment(page.id, 'Hello'));

    assert.ok(statements.some((statement) => statement.includes('insert into "comment"')));
    assert.deepEqual(
      statements.filter((statement) => statement.includes('audit')),
      [],
    );
  });
});
