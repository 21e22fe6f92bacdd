import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DAY } from '../../../server/src/platform/zoned-time.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { type Answer, codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';

// It is Wednesday, 18 November 2026, 09:30 in Greenwich.
const week = { from: '2026-11-16', until: '2026-11-20', zone: 'Europe/Paris' };
const absence = 'absence { from until isNow note substitute { handle } }';

describe('an absence', () => {
  let intranet: Intranet;
  beforeEach(async () => {
    intranet = await startIntranet();
  });
  afterEach(() => intranet.close());

  const set = (input: object, who = intranet.ana): Promise<Answer> =>
    who.client.attempt('setAbsence', { ...week, ...input }, `person { handle ${absence} }`);
  const seen = async (handle = 'ana', who: Employee = intranet.bob): Promise<Answer> =>
    (await who.client.query(`query ($handle: String!) { person(handle: $handle) { ${absence} } }`, { handle })).person
      ?.absence;
  const idOf = async (handle: string): Promise<string> =>
    (await intranet.adam.client.query('query ($handle: String!) { person(handle: $handle) { id } }', { handle })).person
      .id;

  it('is seen by all who find the person, with who stands in', async () => {
    const answer = await set({ substituteId: await idOf('cleo'), note: '  Moving\nhouse ' });

    const expected = { from: '2026-11-16', until: '2026-11-20', isNow: true, note: 'Moving house', substitute: { handle: 'cleo' } }; // prettier-ignore
    assert.deepEqual(answer, { person: { handle: 'ana', absence: expected }, userErrors: [] });
    assert.deepEqual(await seen(), expected);
    assert.deepEqual(await seen('ana', intranet.nobody), expected);
    assert.equal(await seen('bob'), null);
  });

  it('is seen in the finder, and where somebody is mentioned', async () => {
    await set({});

    const found = await intranet.bob.client.query(
      `{ people(query: "lima") { nodes { ${absence} } } mentionablePeople(query: "lima") { ${absence} } }`,
    );

    const expected = [{ absence: { from: '2026-11-16', until: '2026-11-20', isNow: true, note: null, substitute: null } }]; // prettier-ignore
    assert.deepEqual(found, { people: { nodes: expected }, mentionablePeople: expected });
  });

  it('is in the place of the former one, until it is cleared', async () => {
    await set({ substituteId: await idOf('cleo') });
    await set({ until: '2026-11-27' });
    assert.equal((await seen()).until, '2026-11-27');

    const cleared = await intranet.ana.client.attempt('clearAbsence', {}, `person { ${absence} }`);

    assert.deepEqual(cleared, { person: { absence: null }, userErrors: [] });
    assert.equal(await seen(), null);
  });

  it('is seen seven days before it begins, and by the person from the start', async () => {
    await set({ from: '2026-11-26', until: '2026-11-27' });
    assert.equal(await seen(), null);
    assert.equal((await seen('ana', intranet.ana)).isNow, false);

    intranet.server.clock.advance(DAY);

    assert.deepEqual((await seen()).isNow, false);
  });

  it('begins and ends with the days of the person, wherever that is', async () => {
    // It is the 19th there from 10:00 on in Greenwich.
    await set({ from: '2026-11-19', until: '2026-11-19', zone: 'Pacific/Kiritimati' });
    assert.equal((await seen()).isNow, false);

    intranet.server.clock.advance(DAY / 48);
    assert.equal((await seen()).isNow, true);

    intranet.server.clock.advance(DAY);
    assert.equal(await seen(), null);
    assert.equal(await seen('ana', intranet.ana), null);
  });

  it('is written once for one key', async () => {
    const idempotencyKey = 'once-and-for-all';
    await set({ idempotencyKey });
    await intranet.ana.client.attempt('clearAbsence', {}, 'person { id }');

    await set({ idempotencyKey });

    assert.equal(await seen(), null);
    assert.deepEqual(codes(await set({ idempotencyKey, until: '2026-11-21' })), ['IDEMPOTENCY_KEY_REUSED']);
  });

  for (const [why, input, code, field] of [
    ['the end is before the beginning', { until: '2026-11-15' }, 'INVALID', 'until'],
    ['it has ended', { from: '2026-11-01', until: '2026-11-17' }, 'INVALID', 'until'],
    ['it lasts longer than two years', { until: '2028-11-17' }, 'INVALID', 'until'],
    ['there is no such time zone', { zone: 'Europe/Lille' }, 'INVALID', 'zone'],
    ['the note is too long', { note: 'x'.repeat(201) }, 'TOO_LONG', 'note'],
  ] as const)
    it(`is refused where ${why}`, async () => {
      const { person, userErrors } = await set(input);

      assert.equal(person, null);
      assert.deepEqual(userErrors.map(({ code, field }: Answer) => [code, field]), [[code, [field]]]); // prettier-ignore
    });

  it('lasts two years at most, with a note of 200 characters', async () => {
    assert.deepEqual(codes(await set({ until: '2028-11-16', note: 'x'.repeat(200) })), []);
  });

  it('is not begun on a day that the calendar does not have', async () => {
    await assert.rejects(set({ from: '2026-11-31' }), /A Date is a day such as/);
  });

  it('is of those who are signed in', async () => {
    assert.deepEqual(codes(await set({}, intranet.nobody)), ['UNAUTHENTICATED']);
    assert.deepEqual(codes(await intranet.nobody.client.attempt('clearAbsence', {}, 'person { id }')), [
      'UNAUTHENTICATED',
    ]);
  });

  describe('has a substitute', () => {
    it('who is another person, and with the company', async () => {
      const people = intranet.server.app.services.people;
      await people.commandRights({ handle: 'cleo', change: { status: 'DEPARTED' } });

      for (const handle of ['ana', 'cleo']) {
        const { person, userErrors } = await set({ substituteId: await idOf(handle) });
        assert.equal(person, null);
        assert.deepEqual([userErrors[0].code, userErrors[0].field], ['INVALID', ['substituteId']], handle);
      }
    });

    it('who is nobody once they have left', async () => {
      await set({ substituteId: await idOf('cleo') });

      await intranet.server.app.services.people.commandRights({ handle: 'cleo', change: { status: 'DEPARTED' } });

      assert.equal((await seen()).substitute, null);
      assert.equal((await seen('ana', intranet.adam)).substitute, null);
    });

    it('who is the person into whom they are merged, also where it is set by the former entry', async () => {
      const former = await idOf('cleo');
      await set({ substituteId: former });
      await intranet.server.app.services.people.merge('bob', 'cleo');
      assert.equal((await seen()).substitute.handle, 'bob');

      await set({ substituteId: former });

      assert.equal((await seen()).substitute.handle, 'bob');
    });

    it('who is none where the two turn out to be one person', async () => {
      await set({ substituteId: await idOf('bob') });

      await intranet.server.app.services.people.merge('ana', 'bob');

      assert.deepEqual((await seen('ana', intranet.cleo)).substitute, null);
    });
  });

  it('is the longer one of two entries that are merged', async () => {
    const { people } = intranet.server.app.services;
    await set({ until: '2026-11-27' }, intranet.bob);
    await set({ until: '2026-11-23' });
    await people.merge('ana', 'bob');
    assert.equal((await seen('ana', intranet.adam)).until, '2026-11-27');

    await set({ until: '2026-11-20' }, intranet.cleo);
    await people.merge('ana', 'cleo');

    assert.equal((await seen('ana', intranet.adam)).until, '2026-11-27');
  });

  it('of people who have left is seen no more', async () => {
    await set({});

    await intranet.server.app.services.people.commandRights({ handle: 'ana', change: { status: 'DEPARTED' } });

    assert.equal(await seen(), null);
  });

  it('is not seen by guests who may not find the person', async () => {
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });
    await set({});
    const page = await intranet.ana.page('news');
    await intranet.ana.comment(page.id, 'Hello');

    const guest = new Employee(intranet.server, 'gil');
    const authors = async (who: Employee) =>
      (await who.comments(page.id, 'first: 1', `author { handle ${absence} }`)).nodes.map(({ author }: Answer) => [
        author.handle,
        author.absence?.isNow ?? null,
      ]);

    assert.deepEqual(await authors(intranet.bob), [['ana', true]]);
    assert.deepEqual(await authors(guest), [['ana', null]]);
  });

  it('has no substitute whom a guest may not find', async () => {
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });

    const answer = await set({ substituteId: await idOf('bob') }, new Employee(intranet.server, 'gil'));

    assert.deepEqual(codes(answer), ['INVALID']);
  });

  it('is forgotten once it has ended everywhere', async () => {
    const { app, clock } = intranet.server;
    const rows = () => app.database.db.selectFrom('absence').select('person_id').execute();
    await set({ until: '2026-11-18' });
    clock.advance(DAY);
    await app.services.absences.forgetEnded();
    assert.equal((await rows()).length, 1);

    clock.advance(DAY);
    await app.services.absences.forgetEnded();

    assert.equal((await rows()).length, 0);
  });
});
