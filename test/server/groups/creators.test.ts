import assert from 'node:assert/strict';
import { it } from 'node:test';
import { codes, startIntranet } from '../../support/server/intranet.ts';

it('groups are created by whom the settings name, hidden ones by whom they name for these', async () => {
  const intranet = await startIntranet({
    PARVIS_GROUP_CREATORS: 'employees',
    PARVIS_HIDDEN_GROUP_CREATORS: 'communicators',
    PARVIS_ANONYMOUS: 'read',
  });
  try {
    const { ana, cleo, adam, nobody } = intranet;
    const offered = async (who: typeof ana) =>
      (await who.client.query('{ viewerCanCreateGroups }')).viewerCanCreateGroups;
    const create = async (who: typeof ana, visibility: string) =>
      codes(
        await who.client.attempt('addGroup', { name: `Of ${visibility}`, visibility, join: 'INVITE' }, 'group { id }'),
      );

    for (const visibility of ['PUBLIC', 'PRIVATE']) assert.deepEqual(await create(ana, visibility), []);
    assert.deepEqual(await create(ana, 'HIDDEN'), ['FORBIDDEN']);
    for (const who of [cleo, adam]) assert.deepEqual(await create(who, 'HIDDEN'), []);
    for (const who of [ana, adam]) assert.equal(await offered(who), true);
    assert.equal(await offered(nobody), false);
  } finally {
    await intranet.close();
  }
});
