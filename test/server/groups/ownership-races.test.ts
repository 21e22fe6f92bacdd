import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';

const rounds = 12;

describe('a group whose owners go in different ways at the same time', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
  });
  after(() => intranet.close());

  const as = (handle: string) => new Employee(intranet.server, handle);
  const idOf = async (handle: string) =>
    (await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`)).person.id;

  /** Two owners, and one who could become one. */
  async function make(round: number) {
    const [first, second] = [`first${round}`, `second${round}`];
    await addPeople(intranet.server, { [first]: { name: first }, [second]: { name: second } });
    const { group } = await as(first).client.mutate('addGroup', { name: `Group ${round}` }, 'group { id handle }');
    for (const [who, role] of [
      [second, 'OWNER'],
      ['bob', 'MEMBER'],
    ] as const)
      // prettier-ignore
      await name(first, group.id, who, role);
    return { first, second, group };
  }

  const name = async (by: string, groupId: string, who: string, role: string) =>
    as(by).client.mutate('setMembership', { groupId, personId: await idOf(who), role }, 'group { id }');

  const isDecided = async () => {
    const { db } = intranet.server.app.database;
    const due = db.selectFrom('job').select('id').where('kind', '=', 'findGroupOwner');
    return (await due.where('due_at', '<=', intranet.server.clock.now() + 60_000).execute()).length === 0;
  };

  /** Owners who are with the company, and whether it is known to have none. */
  async function stateOf({ id, handle }: { id: string; handle: string }) {
    const { group, ownerlessGroups } = await intranet.adam.client.query(
      `query ($handle: String!) {
        group(handle: $handle) { members(role: OWNER, first: 5) { nodes { person { handle status } } } }
        ownerlessGroups(first: 50) { nodes { id } } }`,
      { handle },
    );
    const owners = group.members.nodes.filter(
      ({ person }: { person: { status: string } }) => person.status === 'ACTIVE',
    );
    return { owners: owners.length, isOwnerless: ownerlessGroups.nodes.some((each: { id: string }) => each.id === id) };
  }

  it('has an owner, or is known to have none', async () => {
    const { people } = intranet.server.app.services;
    for (let round = 0; round < rounds; round++) {
      const { first, second, group } = await make(round);
      const leave = () => as(second).client.attempt('leaveGroup', { groupId: group.id }, 'group { id }');
      const depart = () => people.commandRights({ handle: first, change: { status: 'DEPARTED' } });

      await Promise.all(round % 2 ? [leave(), depart()] : [depart(), leave()]);

      await until(isDecided);
      const { owners, isOwnerless } = await stateOf(group);
      assert.equal(owners === 0, isOwnerless, `round ${round}: ${owners} owners`);
    }
  });
});
