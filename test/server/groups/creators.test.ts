import assert from 'node:assert/strict';
import { it } from 'node:test';
import { codes, startIntranet } from '../../support/server/intranet.ts';

it('groups are created by whom the settings name, hidden ones by whom they name for these', async () => {
  const intranet = await startIntranet({
    PARVIS_GROUP_CREATORS: 'employees',
    PARVIS_HIDDEN_GROUP_CREATORS: 'communicators',
  });
  try {
    const { ana, cleo, adam } = intranet;
    const create = async (who: typeof ana, visibility: string) =>
      codes(
        await who.client.attempt('addGroup', { name: `Of ${visibility}`, visibility, join: 'INVITE' }, 'group { id }'),
      );

    for (const visibility of ['PUBLIC', 'PRIVATE']) assert.deepEqual(await create(ana, visibility), []);
    assert.deepEqual(await create(ana, 'HIDDEN'), ['FORBIDDEN']);
    for (const who of [cleo, adam]) assert.deepEqual(await create(who, 'HIDDEN'), []);
  } finally {
    await intranet.close();
  }
});
