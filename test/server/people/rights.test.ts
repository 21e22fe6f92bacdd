import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';

const selection = 'person { handle kind status }';

describe('the rights of people', () => {
  let intranet: Intranet;
  const ids = new Map<string, string>();

  before(async () => {
    intranet = await startIntranet();
    await addPeople(intranet.server, { gil: { name: 'Gil Guest', kind: 'GUEST' }, dan: { name: 'Dan Other' } });
    for (const { handle, id } of await intranet.server.app.services.people.list())
      ids.set(handle, toGlobalId('Person', id));
  });
  after(() => intranet.close());

  const change = (who: Employee, name: string, handle: string, input = {}): Promise<Answer> =>
    who.client.attempt(name, { personId: ids.get(handle), ...input }, selection);
  const person = async (handle: string) => {
    const [found] = (await intranet.server.app.services.people.resolveHandles([handle])).values();
    return found!;
  };

  it('say that people are employees, unless somebody said otherwise', async () => {
    const { people } = await intranet.bob.client.query('{ people(first: 20) { nodes { handle kind } } }');

    assert.deepEqual(
      people.nodes.filter(({ kind }: Answer) => kind !== 'EMPLOYEE'),
      [{ handle: 'gil', kind: 'GUEST' }],
    );
  });

  it('are changed by administrators', async () => {
    const contractor = await change(intranet.adam, 'setPersonKind', 'bob', { kind: 'CONTRACTOR' });
    await change(intranet.adam, 'setPersonRole', 'bob', { role: 'COMMUNICATOR' });
    const gone = await change(intranet.adam, 'deactivatePerson', 'bob');

    assert.equal(contractor.person.kind, 'CONTRACTOR');
    assert.equal(gone.person.status, 'DEPARTED');
    const { kind, role, status } = await person('bob');
    assert.deepEqual([kind, role, status], ['CONTRACTOR', 'COMMUNICATOR', 'DEPARTED']);

    const back = await change(intranet.adam, 'reactivatePerson', 'bob');
    assert.equal(back.person.status, 'ACTIVE');
    await change(intranet.adam, 'setPersonKind', 'bob', { kind: 'EMPLOYEE' });
    await change(intranet.adam, 'setPersonRole', 'bob', { role: 'EMPLOYEE' });
  });

  it('are changed by nobody else, who learn nothing of who is there', async () => {
    for (const [who, code] of [
      [intranet.nobody, 'UNAUTHENTICATED'],
      [intranet.bob, 'FORBIDDEN'],
      [intranet.cleo, 'FORBIDDEN'],
    ] as const) {
      const personId = toGlobalId('Person', '0196aaaa-0000-7000-8000-000000000000');
      for (const input of [{}, { personId }]) {
        assert.deepEqual(codes(await change(who, 'setPersonKind', 'ana', { kind: 'GUEST', ...input })), [code]);
        assert.deepEqual(codes(await change(who, 'setPersonRole', 'ana', { role: 'ADMIN', ...input })), [code]);
        assert.deepEqual(codes(await change(who, 'deactivatePerson', 'ana', input)), [code]);
        assert.deepEqual(codes(await change(who, 'reactivatePerson', 'ana', input)), [code]);
      }
    }
  });

  it('of somebody unknown cannot be changed', async () => {
    const personId = toGlobalId('Person', '0196aaaa-0000-7000-8000-000000000000');

    assert.deepEqual(codes(await change(intranet.adam, 'deactivatePerson', 'ana', { personId })), ['NOT_FOUND']);
  });

  it('make no guest or service an administrator, nor an administrator one of those', async () => {
    const guest = await change(intranet.adam, 'setPersonRole', 'gil', { role: 'ADMIN' });
    const service = await change(intranet.adam, 'setPersonKind', 'adam', { kind: 'SERVICE' });

    assert.deepEqual([codes(guest), codes(service)], [['INVALID'], ['INVALID']]);
    assert.match(guest.userErrors[0].message, /A guest cannot be an administrator/);
    assert.match(service.userErrors[0].message, /A service cannot be an administrator/);
    assert.deepEqual([(await person('gil')).role, (await person('adam')).kind], ['EMPLOYEE', 'EMPLOYEE']);
  });

  it('leave one administrator, whatever two of them do at once', async () => {
    assert.match((await change(intranet.adam, 'deactivatePerson', 'adam')).userErrors[0].message, /last administrator/);
    assert.deepEqual(codes(await change(intranet.adam, 'setPersonRole', 'adam', { role: 'EMPLOYEE' })), ['INVALID']);
    await change(intranet.adam, 'setPersonRole', 'ana', { role: 'ADMIN' });

    const both = await Promise.all([
      change(intranet.adam, 'setPersonRole', 'ana', { role: 'EMPLOYEE' }),
      change(intranet.ana, 'setPersonRole', 'adam', { role: 'EMPLOYEE' }),
    ]);

    assert.equal(both.filter(({ userErrors }) => userErrors.length === 0).length, 1);
    const admins = await intranet.server.app.services.people.list({ role: 'ADMIN' });
    assert.equal(admins.length, 1);
    const { people } = intranet.server.app.services;
    await people.commandRights({ handle: 'adam', change: { role: 'ADMIN' } });
    await people.commandRights({ handle: 'ana', change: { role: 'EMPLOYEE' } });
  });

  it('change once with a key, also where somebody else changed them since', async () => {
    const idempotencyKey = crypto.randomUUID();
    await change(intranet.adam, 'setPersonKind', 'dan', { kind: 'CONTRACTOR', idempotencyKey });
    await change(intranet.adam, 'setPersonKind', 'dan', { kind: 'GUEST' });

    await change(intranet.adam, 'setPersonKind', 'dan', { kind: 'CONTRACTOR', idempotencyKey });

    assert.equal((await person('dan')).kind, 'GUEST');
  });
});
