import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('an import with kinds of people', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  const load = (csv: string) => server.app.services.people.import(Readable.from([csv]));
  const rights = async (handle: string) => {
    const [person] = (await server.app.services.people.resolveHandles([handle])).values();
    return `${person!.kind} ${person!.role}`;
  };

  it('reads them in English and French', async () => {
    await load('handle,name,kind\na,Ann,Contractor\nb,Bob,guest\nc,Cyd,service\nd,Dan,employee\ne,Eve,\n');
    await load('handle;nom;type de personne\nf;Fée;prestataire\ng;Gil;Invitée\nh;Hal;robot\ni;Ida;salariée\n');

    const kinds = await Promise.all([...'abcdefghi'].map(async (handle) => (await rights(handle)).split(' ')[0]));
    const expected = ['CONTRACTOR', 'GUEST', 'SERVICE', 'EMPLOYEE', 'EMPLOYEE', 'CONTRACTOR', 'GUEST', 'SERVICE', 'EMPLOYEE']; // prettier-ignore
    assert.deepEqual(kinds, expected);
  });

  it('leaves what is there where the file does not say', async () => {
    await load('handle,name,kind\nj,Jo,contractor\n');

    const without = await load('handle,name\nj,Jo\n');
    const empty = await load('handle,name,kind\nj,Jo,\n');

    assert.deepEqual([without.unchanged, empty.unchanged], [1, 1]);
    assert.equal(await rights('j'), 'CONTRACTOR EMPLOYEE');
  });

  it('names a kind that it does not know, and imports the rest of the row', async () => {
    const { problems, added } = await load('handle,name,kind\nk,Kim,alien\n');

    assert.equal(added, 1);
    assert.match(problems[0]!.reason, /“alien” is not a kind of person: employee, contractor, guest or service/);
    assert.equal(await rights('k'), 'EMPLOYEE EMPLOYEE');
  });

  it('makes no guest or service an administrator, and no administrator one of those', async () => {
    const added = await load('handle,name,kind,role\nl,Lou,guest,admin\nm,Mia,,admin\n');
    const changed = await load('handle,kind\nm,service\n');
    const both = await load('handle,kind,role\nm,guest,admin\n');

    for (const { problems } of [added, changed, both])
      assert.match(problems[0]!.reason, /A guest or service cannot be an administrator/);
    assert.equal(await rights('l'), 'GUEST EMPLOYEE');
    assert.equal(await rights('m'), 'EMPLOYEE ADMIN');
  });
});
