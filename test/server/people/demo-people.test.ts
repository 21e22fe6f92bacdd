import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generatePeople } from '../../../demo/seed/people/people.ts';
import { phoneticKey } from '../../../server/src/modules/people/index.ts';
import { handlePattern } from '../../../server/src/modules/people/person.ts';
import { seedPeople } from '../../../demo/seed/people/seed-people.ts';
import { startTestServer } from '../../support/server/test-server.ts';

describe('invented people', () => {
  const people = [...generatePeople(3000)];

  it('are the same every time', () => {
    assert.deepEqual([...generatePeople(3000)], people);
  });

  it('are others with another seed, but for those known by name', () => {
    const others = [...generatePeople(3000, 2)];

    assert.deepEqual(others.slice(0, 10), people.slice(0, 10));
    assert.notDeepEqual(others.at(-1), people.at(-1));
  });

  it('have a handle each, and one email', () => {
    assert.equal(new Set(people.map(({ handle }) => handle)).size, people.length);
    assert.equal(new Set(people.map(({ email }) => email)).size, people.length);
    for (const { handle } of people) assert.match(handle, handlePattern);
  });

  it('stand in one tree, managers before those they manage, nobody with too many', () => {
    const reports = new Map<string, number>();
    for (const { handle, manager } of people) {
      if (manager === null) assert.equal(handle, people[0]!.handle);
      else assert.ok(reports.has(manager), `${handle} reports to ${manager}, who comes later`);
      if (manager !== null) reports.set(manager, reports.get(manager)! + 1);
      reports.set(handle, 0);
    }
    assert.ok(Math.max(...reports.values()) <= 40);
  });

  it('leave nobody to be managed by somebody who has left', () => {
    const departed = new Set(people.filter(({ status }) => status === 'DEPARTED').map(({ handle }) => handle));

    assert.ok(departed.size > 20);
    const orphans = people
      .slice(50)
      .filter(({ manager, status }) => status === 'ACTIVE' && manager !== null && departed.has(manager));
    assert.ok(orphans.length <= 5, String(orphans.length));
  });

  it('are called by many surnames, and none by that of somebody known by name', () => {
    const surnames = people.slice(50).map(({ name }) => name.split(' ').slice(1).join(' '));

    assert.ok(new Set(surnames).size > 1500);
    assert.deepEqual(
      surnames.filter((surname) => phoneticKey(surname.toLowerCase()) === phoneticKey('lefevre')),
      [],
    );
  });

  it('can be put into a directory twice', async () => {
    const server = await startTestServer();
    const { people: service } = server.app.services;

    await seedPeople(service, { count: 60 });
    await seedPeople(service, { count: 80 });

    const { people: found } = await server.as('ines.carpentier').query('{ people { totalCount } }');
    assert.equal(found.totalCount, 80);
    await server.close();
  });
});
