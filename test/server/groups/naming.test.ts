import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Employee } from '../../support/server/intranet.ts';
import { codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';

const roles = ['OWNER', 'ANIMATOR', 'MEMBER', 'GUEST'] as const;
type Role = (typeof roles)[number];

describe('roles in a group', () => {
  let intranet: Intranet;
  let groupId: string;
  let ids: Record<string, string>;

  before(async () => {
    intranet = await startIntranet();
    await addPeople(intranet.server, { eve: { name: 'Eve Moreau' } });
    const { group } = await intranet.ana.client.mutate('addGroup', { name: 'Bakers' }, 'group { id }');
    groupId = group.id;
    const selection = ['bob', 'cleo', 'eve'].map((handle) => `${handle}: person(handle: "${handle}") { id }`);
    const people = await intranet.ana.client.query(`{ ${selection.join(' ')} }`);
    ids = Object.fromEntries(Object.entries(people).map(([handle, person]) => [handle, (person as { id: string }).id]));
    await name(intranet.ana, 'bob', 'ANIMATOR');
    await name(intranet.ana, 'cleo', 'MEMBER');
  });
  after(() => intranet.close());

  const name = (who: Employee, handle: string, role: Role | null) =>
    who.client.attempt('setMembership', { groupId, personId: ids[handle], role }, 'group { id }');

  for (const from of [...roles, null])
    for (const to of [...roles, null])
      if (from !== to)
        it(`are given by owners, from ${from} to ${to}, and by animators below their own`, async () => {
          const { ana, bob, cleo } = intranet;
          const above = [from, to].some((role) => role === 'OWNER' || role === 'ANIMATOR');
          await name(ana, 'eve', from);
          assert.deepEqual(codes(await name(cleo, 'eve', to)), ['FORBIDDEN'], 'a member');
          assert.deepEqual(codes(await name(bob, 'eve', to)), above ? ['FORBIDDEN'] : [], 'an animator');
          await name(ana, 'eve', from);
          assert.deepEqual(codes(await name(ana, 'eve', to)), [], 'an owner');
        });
});
