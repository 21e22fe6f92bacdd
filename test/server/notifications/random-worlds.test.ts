import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { type Name, names } from './notice-choices.ts';
import { World } from './notice-world.ts';

const onPostgres = process.env['PARVIS_TEST_DATABASE'] === 'postgres';
const worlds = Number(process.env['PARVIS_TEST_WORLDS'] ?? (onPostgres ? 30 : 100));
const steps = 24;

describe(`notifications of ${worlds} random worlds`, () => {
  let intranet: Intranet;
  let people: Record<Name, Employee>;
  const ids = new Map<Name, GlobalId>();
  before(async () => {
    intranet = await startIntranet({ PARVIS_RATE_LIMIT: '1000000', PARVIS_PARSE_LIMIT: '1000000' });
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });
    people = Object.fromEntries(names.map((name) => [name, new Employee(intranet.server, name)])) as typeof people;
    for (const name of names)
      ids.set(name, (await intranet.adam.client.query(`{ person(handle: "${name}") { id } }`)).person.id);
    intranet.server.app.start();
  });
  after(() => intranet.close());

  it('are those of a plain model', async (t) => {
    let looks = 0;
    let found = 0;
    for (let seed = 1; seed <= worlds; seed++) {
      const world = new World(seed, intranet, people, ids);
      await world.begin();
      for (let step = 0; step < steps; step++) {
        await world.act();
        if (step % 6 !== 5) continue;
        found += await world.look();
        looks += names.length;
      }
      await world.end();
    }
    t.diagnostic(`${worlds * steps} acts, ${looks} looks into inboxes, ${found} notifications in them`);
    assert.ok(found > looks / 2);
  });
});
