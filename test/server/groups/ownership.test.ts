import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';

const day = 24 * 60 * 60 * 1000;
const team = {
  olga: { name: 'Olga Owner' },
  omar: { name: 'Omar Owner' },
  ann: { name: 'Ann Animator' },
  dan: { name: 'Dan Busy' },
  eve: { name: 'Eve Quiet' },
  fay: { name: 'Fay Late' },
  gil: { name: 'Gil Guest', kind: 'GUEST' },
  bot: { name: 'Bot', kind: 'SERVICE' },
} as const;
type Handle = keyof typeof team | 'adam' | 'bob';

describe('a group without an owner', () => {
  let intranet: Intranet;
  let ids: Record<string, GlobalId>;
  beforeEach(async () => {
    intranet = await startIntranet();
    await addPeople(intranet.server, team);
    ids = {};
    for (const handle of ['adam', 'bob', ...Object.keys(team)])
      ids[handle] = (await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`)).person.id;
    intranet.server.app.start();
  });
  afterEach(() => intranet.close());

  const as = (handle: Handle) => new Employee(intranet.server, handle);
  const depart = (handle: Handle, status: 'ACTIVE' | 'DEPARTED' = 'DEPARTED') =>
    intranet.server.app.services.people.commandRights({ handle, change: { status } });

  /** A hidden group of Olga's, with people who came in this order. */
  async function make(members: Partial<Record<Handle, string>>, input = {}): Promise<{ id: GlobalId; handle: string }> {
    const settings = { name: 'Works council', visibility: 'HIDDEN', join: 'INVITE', ...input };
    const { group } = await as('olga').client.mutate('addGroup', settings, 'group { id handle }');
    for (const [who, role] of Object.entries(members)) {
      intranet.server.clock.advance(1000);
      await name('olga', group.id, who as Handle, role);
    }
    return group;
  }

  const name = (by: Handle, groupId: GlobalId, who: Handle, role: string | null) =>
    as(by).client.mutate('setMembership', { groupId, personId: ids[who], role }, 'group { id }');

  /** Once the server has decided who is asked. */
  async function settled(): Promise<void> {
    const { app, clock } = intranet.server;
    const jobs = app.database.db.selectFrom('job').select('id').where('kind', '=', 'findGroupOwner');
    const waiting = jobs.where((job) => job.or([job('due_at', '<=', clock.now()), job('owner', '!=', '')]));
    await until(async () => (await waiting.execute()).length === 0);
  }

  async function later(milliseconds: number): Promise<void> {
    intranet.server.clock.advance(milliseconds);
    await settled();
  }

  /** Who sees that they are asked. */
  async function asked(handle: string): Promise<string[]> {
    await settled();
    const found = new Set<string>();
    for (const who of ['adam', 'bob', ...Object.keys(team)] as Handle[]) {
      const { group, viewer } = await as(who).client.query(
        'query ($handle: String!) { group(handle: $handle) { ownershipOffer { until } } viewer { person { handle } } }',
        { handle },
      );
      if (group?.ownershipOffer) found.add(viewer.person.handle);
    }
    return [...found];
  }

  const answer = (who: Handle, groupId: GlobalId, accepts: boolean) =>
    as(who).client.attempt(accepts ? 'acceptOwnership' : 'declineOwnership', { groupId }, 'group { viewerRole }');
  const ownerless = '{ ownerlessGroups(first: 10) { totalCount nodes { id handle name memberCount askedUntil } } }';
  const list = async (who: Handle) => (await as(who).client.query(ownerless)).ownerlessGroups;
  const recorded = async (group: { id: GlobalId }) => {
    const subject = Buffer.from(group.id, 'base64url').toString();
    const { db } = intranet.server.app.database;
    const rows = await db.selectFrom('audit_entry').select('action').where('subject', '=', subject).execute();
    return rows.map(({ action }) => action).filter((action) => /Owner/.test(action));
  };

  it('asks animators first, then who wrote most of late, then who came first; each for a week', async () => {
    const group = await make({ eve: 'MEMBER', dan: 'MEMBER', fay: 'MEMBER', ann: 'ANIMATOR', gil: 'GUEST' });
    const post = await as('eve').post(`group:${group.handle}`, 'Long ago');
    for (let more = 0; more < 3; more++) await as('eve').comment(post, 'Long ago');
    await later(91 * day);
    await as('dan').comment(post, 'Of late');
    await as('fay').post(`group:${group.handle}`, 'Of late');
    await as('fay').comment(post, 'Of late');
    assert.deepEqual(await asked(group.handle), []);

    await depart('olga');

    assert.deepEqual(await asked(group.handle), ['ann']);
    await later(7 * day - 1);
    assert.deepEqual(await asked(group.handle), ['ann']);
    await later(1);
    assert.deepEqual(await asked(group.handle), ['fay']);
    assert.deepEqual(codes(await answer('fay', group.id, false)), []);
    assert.deepEqual(await asked(group.handle), ['dan']);
    await later(7 * day);
    assert.deepEqual(await asked(group.handle), []);
    assert.deepEqual(await recorded(group), [
      'searchGroupOwner',
      'offerOwnership',
      'endOwnershipOffer',
      'offerOwnership',
      'answerOwnershipOffer',
      'offerOwnership',
      'endOwnershipOffer',
    ]);
  });

  it('is owned by whoever accepts, and asks nobody else', async () => {
    const group = await make({ dan: 'MEMBER', eve: 'MEMBER' });
    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);
    assert.deepEqual(codes(await answer('eve', group.id, true)), ['FORBIDDEN']);
    assert.deepEqual(codes(await answer('bob', group.id, true)), ['NOT_FOUND']);

    assert.equal((await answer('dan', group.id, true)).group.viewerRole, 'OWNER');

    assert.deepEqual(await asked(group.handle), []);
    assert.equal((await list('adam')).totalCount, 0);
    assert.deepEqual(codes(await answer('dan', group.id, false)), ['FORBIDDEN']);
    await later(8 * day);
    assert.deepEqual(await asked(group.handle), []);
  });

  it('is for the administrators once three were asked; they learn its name and size, and name an owner', async () => {
    const group = await make({ dan: 'MEMBER', eve: 'MEMBER', fay: 'MEMBER', ann: 'MEMBER' });
    const post = await as('dan').post(`group:${group.handle}`, 'A secret');
    await depart('olga');
    await settled();
    const { nodes } = await list('adam');
    assert.deepEqual(nodes, [
      {
        id: group.id, handle: group.handle, name: 'Works council', memberCount: 5,
        askedUntil: new Date(intranet.server.clock.now() + 7 * day).toISOString(),
      },
    ]); // prettier-ignore
    for (const who of ['dan', 'eve', 'fay'] as const) {
      assert.deepEqual(await asked(group.handle), [who]);
      await answer(who, group.id, false);
    }
    assert.deepEqual(await asked(group.handle), []);
    assert.equal((await list('adam')).nodes[0].askedUntil, null);
    for (const who of ['bob', 'dan', 'gil'] as const)
      assert.deepEqual(await list(who), { totalCount: 0, nodes: [] }, who);
    assert.equal(await as('adam').node(post, '... on Post { body { text } }'), null);

    await name('adam', group.id, 'ann', 'OWNER');

    await settled();
    assert.equal((await list('adam')).totalCount, 0);
    assert.equal((await recorded(group)).at(-1), 'searchGroupOwner');
  });

  it('asks neither guests, nor programs, nor who has departed', async () => {
    const group = await make({ gil: 'GUEST', bot: 'MEMBER', dan: 'ANIMATOR', eve: 'MEMBER' });
    await depart('dan');
    await depart('olga');

    assert.deepEqual(await asked(group.handle), ['eve']);
  });

  it('is one whose owners depart at once, by an import, and is asked about once', async () => {
    const group = await make({ omar: 'OWNER', dan: 'MEMBER' });
    await depart('omar');
    assert.deepEqual(await asked(group.handle), []);
    await depart('omar', 'ACTIVE');
    const rows = ['olga,Olga Owner,departed', 'omar,Omar Owner,departed'];

    await intranet.server.app.services.people.import(Readable.from([['handle,name,status', ...rows].join('\n')]));

    assert.deepEqual(await asked(group.handle), ['dan']);
    assert.deepEqual(await recorded(group), ['searchGroupOwner', 'offerOwnership']);
  });

  it('is one whose owners depart one beside the other', async () => {
    const group = await make({ omar: 'OWNER', dan: 'MEMBER' });

    await Promise.all([depart('olga'), depart('omar')]);

    assert.deepEqual(await asked(group.handle), ['dan']);
    assert.deepEqual(await recorded(group), ['searchGroupOwner', 'offerOwnership']);
  });

  it('is one whose last owner becomes a guest of the company, too', async () => {
    const group = await make({ dan: 'MEMBER' });

    await as('adam').client.mutate('setPersonKind', { personId: ids['olga'], kind: 'GUEST' }, 'person { id }');

    assert.deepEqual(await asked(group.handle), ['dan']);
  });

  it('is not left behind by an owner whose fellow owners have all departed', async () => {
    const group = await make({ omar: 'OWNER', dan: 'MEMBER' });
    await depart('olga');
    await settled();

    const left = await as('omar').client.attempt('leaveGroup', { groupId: group.id }, 'group { id }');

    assert.deepEqual(codes(left), ['LAST_OWNER']);
    assert.deepEqual(await asked(group.handle), []);
  });

  it('asks the next when who is asked departs, leaves it, or becomes a guest', async () => {
    const group = await make({ dan: 'MEMBER', eve: 'MEMBER', fay: 'MEMBER', ann: 'MEMBER' });
    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);

    await depart('dan');
    assert.deepEqual(await asked(group.handle), ['eve']);
    await as('eve').client.mutate('leaveGroup', { groupId: group.id }, 'group { id }');
    assert.deepEqual(await asked(group.handle), ['fay']);
    await as('adam').client.mutate('setPersonKind', { personId: ids['fay'], kind: 'GUEST' }, 'person { id }');
    assert.deepEqual(await asked(group.handle), []);
    assert.equal((await list('adam')).nodes[0].askedUntil, null);
  });

  it('asks nobody any more when an owner comes back, or is named', async () => {
    const group = await make({ dan: 'MEMBER', eve: 'MEMBER' });
    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);

    await depart('olga', 'ACTIVE');
    assert.deepEqual(await asked(group.handle), []);
    assert.deepEqual(codes(await answer('dan', group.id, true)), ['FORBIDDEN']);

    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);
    await name('adam', group.id, 'eve', 'OWNER');
    assert.deepEqual(codes(await answer('dan', group.id, true)), ['FORBIDDEN']);
    assert.deepEqual(await asked(group.handle), []);
  });

  it('asks nobody while it is archived or deleted, and begins anew when it is back', async () => {
    const group = await make({ dan: 'MEMBER' });
    const change = (operation: string, input = {}) =>
      as('adam').client.mutate(operation, { groupId: group.id, ...input }, 'group { id }');
    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);

    for (const [away, back] of [
      [() => change('setGroupArchived', { archived: true }), () => change('setGroupArchived', { archived: false })],
      [() => change('deleteGroup'), () => change('restoreGroup')],
    ] as const) {
      await away();
      assert.notDeepEqual(codes(await answer('dan', group.id, true)), []);
      assert.deepEqual(await asked(group.handle), []);
      assert.equal((await list('adam')).totalCount, 0);
      await back();
      assert.deepEqual(await asked(group.handle), ['dan']);
    }
  });

  it('asks who a person turns out to be, where two entries are one', async () => {
    const group = await make({ dan: 'MEMBER', eve: 'MEMBER' });
    const { people } = intranet.server.app.services;
    await depart('olga');
    assert.deepEqual(await asked(group.handle), ['dan']);

    await people.merge('fay', 'dan');
    assert.deepEqual(await asked(group.handle), ['fay']);
    await answer('fay', group.id, false);
    assert.deepEqual(await asked(group.handle), ['eve']);
    // Who declined is now the same person as who is asked.
    await people.merge('fay', 'eve');
    assert.deepEqual(await asked(group.handle), []);
    // The owner who departed was only a second entry of somebody who did not.
    await people.merge('fay', 'olga');
    assert.deepEqual(await asked(group.handle), []);
    assert.equal((await list('adam')).totalCount, 0);
  });

  it('is found, too, where it lost its owner unnoticed', async () => {
    const group = await make({ dan: 'MEMBER' });
    const { db } = intranet.server.app.database;
    await db.updateTable('person').set({ status: 'DEPARTED' }).where('handle', '=', 'olga').execute();
    assert.deepEqual(await asked(group.handle), []);

    await later(day);

    await until(async () => (await asked(group.handle)).length > 0);
    assert.deepEqual(await asked(group.handle), ['dan']);
  });
});
