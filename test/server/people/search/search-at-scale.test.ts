import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { viewerOf } from '../../../../server/src/platform/viewer.ts';
import { seedPeople } from '../../../../demo/seed/people/seed-people.ts';
import { startTestServer, type TestServer } from '../../../support/server/test-server.ts';
import { rowId } from '../../../support/server/ids.ts';

/** As many as the largest internal network that we know of. */
const COUNT = 128_322;

/** What is typed, and who is meant. */
const cases: [typed: string, handle: string, what: string][] = [
  ['stephane lefevre', 'stephane.lefevre', 'without accents'],
  ['Lefèvre Stéphane', 'stephane.lefevre', 'words the other way round'],
  ['Lefebvre', 'stephane.lefevre', 'another spelling of the surname alone'],
  ['stephane lefebure', 'stephane.lefevre', 'an old spelling'],
  ['stepahne lefevre', 'stephane.lefevre', 'two letters swapped'],
  ['s. lefevre', 'stephane.lefevre', 'an initial'],
  ['ines carpantier', 'ines.carpentier', 'an error heard the same'],
  ['carpentier ine', 'ines.carpentier', 'the first name not finished'],
  ['ben ali nadia', 'nadia.benali', 'one word written as two'],
  ['benali logistique', 'nadia.benali', 'a name and a department'],
  ['gwenaelle lebras', 'gwenaelle.lebras', 'two words written as one'],
  ['gwenael le bras', 'gwenaelle.lebras', 'a spelling of the first name'],
  ['wojcik', 'thomas.wojcik', 'a Polish ó'],
  ['tomas wojcik', 'thomas.wojcik', 'a spelling and no accent'],
  ['marie eve trembley', 'marie-eve.tremblay', 'no hyphen and a spelling'],
  ['kerdonkuff', 'erwan.kerdoncuff', 'a wrong letter in a rare name'],
  ['pieter vandamme', 'pieter.vandamme', 'a particle glued'],
  ['acheteur lefevre', 'stephane.lefevre', 'a title and a name'],
  ['acheteur matières inox', 'stephane.lefevre', 'a title and an expertise'],
  ['rugby toulouse', 'samuel.costes', 'an expertise and a site'],
];

describe(`people search among ${COUNT} people`, { timeout: 300_000 }, () => {
  let server: TestServer;
  const viewer = viewerOf({
    person: { id: rowId('nobody'), handle: 'nobody', name: 'Nobody' },
    role: 'EMPLOYEE',
    kind: 'EMPLOYEE',
  });

  before(async () => {
    server = await startTestServer();
    await seedPeople(server.app.services.people, { count: COUNT });
  });

  after(() => server.close());

  for (const [typed, handle, what] of cases) {
    it(`has ${handle} among the first three for "${typed}": ${what}`, async () => {
      const { edges } = await server.app.services.people.search(viewer, { query: typed, first: 3 });

      assert.ok(
        edges.some(({ node }) => node.person.handle === handle),
        edges.map(({ node }) => node.person.name).join(', '),
      );
    });
  }

  it('counts everybody found, not just those on the page', async () => {
    const { db } = server.app.database;
    const row = await db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('status', '=', 'ACTIVE')
      .where('location', '=', 'Douai')
      .where('department', '=', 'Production')
      .executeTakeFirstOrThrow();

    const { totalCount, facets } = await server.app.services.people.search(viewer, {
      filters: { location: ['Douai'], department: ['Production'] },
      first: 1,
    });

    assert.equal(totalCount, row.count);
    assert.equal(facets.location.find(({ value }) => value === 'Douai')?.count, row.count);
  });
});
