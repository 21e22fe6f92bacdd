import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { until } from '../../support/server/until.ts';

describe('groups by rule', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
    await directory('ana,Ana Lima,Quality,Douai', 'bob,Bob Stone,Quality,Lyon', 'zoe,Zoé Petit,quality,DOUAI');
  });
  after(() => intranet.close());

  const directory = (...rows: string[]) =>
    intranet.server.app.services.people.import(
      Readable.from([['handle,name,department,location', ...rows].join('\n')]),
    );
  const make = async (name: string, rule: string, input = {}): Promise<string> => {
    const group = { name, join: 'RULE', rule, visibility: 'PRIVATE', ...input };
    return (await intranet.adam.client.mutate('addGroup', group, 'group { handle }')).group.handle;
  };
  const members = async (handle: string): Promise<string[]> => {
    const query =
      'query ($handle: String!) { group(handle: $handle) { members(first: 50) { nodes { person { handle } } } } }';
    const { group } = await intranet.adam.client.query(query, { handle });
    return group.members.nodes.map(({ person }: Answer) => person.handle).sort();
  };
  const become = (handle: string, expected: string[]) =>
    until(async () => JSON.stringify(await members(handle)) === JSON.stringify(expected));

  it('have those who meet it, and follow them as they move', async () => {
    const handle = await make('Quality Douai', 'department = "Quality" and location = "Douai"');
    await become(handle, ['adam', 'ana', 'zoe']);
    const post = await intranet.ana.post(`group:${handle}`, 'Among us');
    assert.equal(await intranet.bob.node(post, 'id'), null);

    await directory('ana,Ana Lima,Quality,Lyon', 'bob,Bob Stone,Quality,Douai');

    await become(handle, ['adam', 'bob', 'zoe']);
    assert.equal((await intranet.bob.node(post, 'id')).id, post);
    assert.equal(await intranet.ana.node(post, '... on Commentable { id }'), null);
  });

  it('keep those who came otherwise, or were named', async () => {
    const handle = await make('Lyon', 'location = "Lyon"');
    await become(handle, ['adam', 'ana']);
    const { group, person } = await intranet.adam.client.query(
      `{ group(handle: "${handle}") { id } person(handle: "ana") { id } }`,
    );
    const named = { groupId: group.id, personId: person.id, role: 'ANIMATOR' };
    await intranet.adam.client.mutate('setMembership', named, 'group { id }');

    await directory('ana,Ana Lima,Quality,Paris', 'zoe,Zoé Petit,Quality,Lyon');

    await become(handle, ['adam', 'ana', 'zoe']);
  });

  it('lose those who leave the company, and have them back', async () => {
    const handle = await make('All of quality', 'department = "Quality"');
    await become(handle, ['adam', 'ana', 'bob', 'zoe']);

    await intranet.server.app.services.people.commandRights({ handle: 'zoe', change: { status: 'DEPARTED' } });
    await become(handle, ['adam', 'ana', 'bob']);
    await intranet.server.app.services.people.commandRights({ handle: 'zoe', change: { status: 'ACTIVE' } });
    await become(handle, ['adam', 'ana', 'bob', 'zoe']);
  });

  it('take in others when the rule changes', async () => {
    const handle = await make('One site', 'location = "Paris"');
    await become(handle, ['adam', 'ana']);
    const { group } = await intranet.adam.client.query(`{ group(handle: "${handle}") { id } }`);

    await intranet.adam.client.mutate('updateGroup', { groupId: group.id, rule: 'location = "Lyon"' }, 'group { id }');

    await become(handle, ['adam', 'zoe']);
  });
});
