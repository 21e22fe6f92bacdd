import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { statementsDuring } from '../../support/server/statements.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('the login names of an import', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  const load = (rows: string[]) =>
    server.app.services.people.import(Readable.from([Buffer.from(['handle,name,login', ...rows].join('\n'))]), {});
  const people = (count: number, login: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `p${index},Person ${index},${login(index)}`);
  const ofLogins = async (work: () => Promise<unknown>) =>
    (await statementsDuring(work)).filter((statement) => /"login"/.test(statement));
  const stored = async () => {
    const rows = await server.app.database.db
      .selectFrom('login')
      .innerJoin('person', 'person.id', 'login.person_id')
      .select(['handle', 'login_key', 'source'])
      .orderBy('login_key')
      .execute();
    return rows.map(({ handle, login_key, source }) => `${login_key} ${handle} ${source}`);
  };

  it('are written for many people at once', async () => {
    const few = await ofLogins(() => load(people(2, (index) => `few${index}`)));
    const many = await ofLogins(() => load(people(200, (index) => `many${index}`)));

    assert.equal((await stored()).length, 200);
    assert.ok(many.length <= few.length + 2, `${many.length} statements, ${few.length} for two people`);
  });

  it('are not written again where they are the same', async () => {
    await load(people(200, (index) => `u${index}`));

    const writes = await ofLogins(() => load(people(200, (index) => `u${index}`)));

    assert.deepEqual(
      writes.filter((statement) => !/^select/i.test(statement)),
      [],
    );
  });

  it('follow the file where they change: what is gone goes, what comes comes, the rest stays', async () => {
    await load(['ana,Ana Lima,ana1', 'bob,Bob Stone,bob1', 'cleo,Cléo Martin,cleo1']);

    const { updated, unchanged } = await load(['ana,Ana Lima,ana2', 'bob,Robert Stone,bob1', 'cleo,Cléo Martin,cleo1']);

    assert.deepEqual([updated, unchanged], [2, 1]);
    assert.deepEqual(await stored(), ['ana2 ana IMPORT', 'bob1 bob IMPORT', 'cleo1 cleo IMPORT']);
  });

  it('of somebody who has left go to a newcomer of the same file', async () => {
    await load(['left,Lou Left,lou', 'ana,Ana Lima,ana']);
    await server.app.database.db
      .updateTable('person')
      .set({ status: 'DEPARTED' })
      .where('handle', '=', 'left')
      .execute();

    await load([...people(5, (index) => `u${index}`), 'new,Lou New,lou']);

    assert.deepEqual(
      (await stored()).filter((login) => login.startsWith('lou')),
      ['lou new IMPORT'],
    );
  });
});
