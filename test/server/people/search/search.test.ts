import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPeople } from '../../../support/server/test-people.ts';
import type { GraphQLCaller } from '../../../support/graphql-caller.ts';
import { startTestServer, type TestServer } from '../../../support/server/test-server.ts';
import { fillDirectory, vauclair } from '../fill-directory.ts';

const namesFound = `query ($query: String, $filters: PeopleFilters, $first: Int, $after: String, $last: Int, $before: String) {
  people(query: $query, filters: $filters, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { name } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
    facets { department { value count } location { value count } expertise { value count } }
  }
}`;

describe('people search', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
    await fillDirectory(server, vauclair);
  });

  after(() => server.close());

  async function search(variables: Record<string, unknown>, as = 'nadia') {
    return (await server.as(as).query(namesFound, variables)).people;
  }

  async function find(query: string, as?: string): Promise<string[]> {
    return (await search({ query }, as)).nodes.map(({ name }: { name: string }) => name);
  }

  for (const query of ['stephane lefevre', 'Lefèvre Stéphane', 'LEFEVRE  stéphane', 'steph lefe', 's. lefevre']) {
    it(`finds Stéphane Lefèvre first by "${query}"`, async () => {
      const found = await find(query);

      assert.equal(found[0], 'Stéphane Lefèvre');
    });
  }

  const spellings: [typed: string, name: string][] = [
    ['jeanmarc', 'Jean-Marc d’Almeida'],
    ['dalmeida', 'Jean-Marc d’Almeida'],
    ["d'almeida", 'Jean-Marc d’Almeida'],
    ['almeida jean marc', 'Jean-Marc d’Almeida'],
    ['ben ali', 'Nadia Benali'],
    ['bensalah', 'Amina Ben Salah'],
    ['tibo gautier', 'Thibault Gauthier'],
    ['thibaud', 'Thibault Gauthier'],
    ['mathieu', 'Matthieu Œuvrard'],
    ['oeuvrard', 'Matthieu Œuvrard'],
    ['œuv', 'Matthieu Œuvrard'],
    ['lukasz strauss', 'Łukasz Strauß'],
  ];
  for (const [typed, name] of spellings) {
    it(`finds ${name} first by "${typed}"`, async () => {
      const found = await find(typed);

      assert.equal(found[0], name);
    });
  }

  it('finds all spellings of a name, the one that was typed first', async () => {
    const found = await find('lefebvre');

    assert.deepEqual(found, ['Chloé Lefebvre', 'Paul Lefébure', 'Stéphane Lefèvre']);
  });

  for (const typed of ['stepahne lefevre', 'stephane lefevrre', 'stephnae', 'carpantier inès', 'montagnierr']) {
    it(`forgives the typing error in "${typed}"`, async () => {
      const found = await find(typed);

      assert.match(found[0]!, /^(?:Stéphane Lefèvre|Inès Carpentier|Claire Montagnier)$/);
    });
  }

  it('forgives no typing error where what was typed is a name', async () => {
    assert.deepEqual(await find('zzzz'), []);
    assert.deepEqual(await find('chloe lefebvre'), ['Chloé Lefebvre']);
  });

  it('finds by job title, department, location and expertise, whatever the order', async () => {
    assert.deepEqual(await find('soudeur nantes'), ['Matthieu Œuvrard']);
    assert.deepEqual(await find('conducteur de ligne'), ['Thibault Gauthier']);
    assert.deepEqual(await find('achats fonte'), ['Jean-Marc d’Almeida', 'Stéphane Lefèvre']);
    assert.deepEqual(await find('acheteur lefevre'), ['Stéphane Lefèvre']);
  });

  it('ranks those found partly by name before those found by anything else', async () => {
    assert.deepEqual(await find('nantes direction'), ['Marie Nantes', 'Alix Verdon']);
  });

  it('ranks names before anything else', async () => {
    const found = await find('nantes');

    assert.deepEqual(found, ['Marie Nantes', 'Alix Verdon', 'Jean-Marc d’Almeida', 'Matthieu Œuvrard']);
  });

  for (const typed of [
    'stephane.lefevre@vauclair.example',
    'stephane.lefevre',
    '@stephane.lefevre',
    '01 99 00 12 34',
    '0033199001234',
  ]) {
    it(`finds whose "${typed}" is`, async () => {
      const found = await find(typed);

      assert.deepEqual(found, ['Stéphane Lefèvre']);
    });
  }

  it('searches no field that is hidden from who asks', async () => {
    const open = await startTestServer({ PARVIS_ANONYMOUS: 'read' });
    await addPeople(open, {
      adele: { name: 'Adèle Blanc', email: 'secret.address@example.org' },
      nadia: { name: 'Nadia Benali' },
      left: { name: 'Lea Parti', email: 'left.address@example.org' },
      cleo: { name: 'Cléo Martin', role: 'COMMUNICATOR' },
    });
    const { db } = open.app.database;
    const phones: [string, object][] = [
      ['adele', { phone: '06 11 22 33 44', phone_key: '11223344' }],
      ['left', { phone: '06 55 66 77 88', phone_key: '55667788', status: 'DEPARTED' }],
    ];
    for (const [handle, set] of phones) await db.updateTable('person').set(set).where('handle', '=', handle).execute();
    const found = async (client: GraphQLCaller, query: string) => {
      const { people } = await client.query(namesFound, { query });
      return people.nodes.map(({ name }: { name: string }) => name);
    };
    const contacts: Record<string, readonly string[]> = {
      'Adèle Blanc': [
        '0611223344',
        '+33 6 11 22 33 44',
        '11223344',
        'secret.address@example.org',
        'SECRET.ADDRESS@example.org',
      ],
      'Lea Parti': ['0655667788', 'left.address@example.org'],
    };

    for (const [name, queries] of Object.entries(contacts)) {
      for (const query of queries) {
        assert.deepEqual(await found(open.signedOut, query), [], `${query}, signed out`);
        assert.deepEqual(await found(open.as('nadia'), query), name === 'Lea Parti' ? [] : [name], query);
        assert.deepEqual(await found(open.as('cleo'), query), [name], `${query}, as communication staff`);
      }
    }
    assert.deepEqual(await found(open.signedOut, 'adele blanc'), ['Adèle Blanc']);
    await open.close();
  });

  it('finds whoever has just come, and by their new name whoever has changed it', async () => {
    await addPeople(server, { 'zoe.nouvelle': { name: 'Zoé Nouvelle' } });

    assert.deepEqual(await find('nouvelle'), ['Zoé Nouvelle']);
  });

  it('finds departed people for communication staff alone', async () => {
    assert.deepEqual(await find('gérard morvan'), []);
    assert.deepEqual(await find('gerard@vauclair.example'), []);
    assert.deepEqual(await find('gérard morvan', 'ines'), ['Gérard Morvan']);
  });

  it('counts the departed for communication staff alone', async () => {
    const [seen, seenByStaff] = [await search({}), await search({}, 'ines')];

    assert.equal(seenByStaff.totalCount, seen.totalCount + 1);
  });

  it('answers nobody for a query without letters or digits', async () => {
    assert.deepEqual(await find('?!'), []);
    assert.deepEqual(await find('"* OR _'), []);
  });

  it('takes what looks like a query of the index for words', async () => {
    assert.deepEqual(await find('words:"nadia" OR chloe*'), []);
  });

  it('refuses an overlong query', async () => {
    const { errors } = await server.as('nadia').send(namesFound, { query: 'a'.repeat(201) });

    assert.equal(errors?.[0]?.extensions?.['code'], 'INVALID');
  });

  it('counts facets as if each had no filter of its own', async () => {
    const { totalCount, facets } = await search({ filters: { department: ['Logistique'], location: ['Douai'] } });

    assert.equal(totalCount, 2);
    assert.deepEqual(facets.location, [{ value: 'Douai', count: 2 }]);
    assert.deepEqual(
      facets.department,
      [
        ['Logistique', 2],
        ['Production', 2],
        ['Qualité', 1],
      ].map(([value, count]) => ({ value, count })),
    );
    assert.deepEqual(facets.expertise, [{ value: 'quais', count: 1 }]);
  });

  it('takes several values of a facet as one or the other, and an unknown one as nobody', async () => {
    assert.equal((await search({ filters: { department: ['Logistique', 'Achats'] } })).totalCount, 4);
    assert.equal((await search({ filters: { expertise: ['fonte'] } })).totalCount, 2);
    assert.equal((await search({ filters: { location: ['Atlantis'] } })).totalCount, 0);
    assert.equal((await search({ query: 'lefevre', filters: { location: ['Douai'] } })).totalCount, 2);
  });

  it('pages through everybody once, forwards and backwards', async () => {
    const { nodes } = await search({});
    const everybody = nodes.map(({ name }: { name: string }) => name);

    const forwards = await walk((page) => search({ first: 4, after: page?.pageInfo.endCursor }), 'hasNextPage');
    const backwards = await walk((page) => search({ last: 4, before: page?.pageInfo.startCursor }), 'hasPreviousPage');

    assert.deepEqual(forwards.flat(), everybody);
    assert.deepEqual(backwards.reverse().flat(), everybody);
  });

  it('goes on where it was when somebody comes in between', async () => {
    const first = await search({ query: 'm', first: 1 });
    await addPeople(server, { 'aa.moulin': { name: 'Aa Moulin' } });

    const next = await search({ query: 'm', first: 5, after: first.pageInfo.endCursor });

    const names = next.nodes.map(({ name }: { name: string }) => name);
    assert.ok(names.length > 0);
    assert.ok(!names.includes(first.nodes[0].name));
    assert.ok(!names.includes('Aa Moulin'));
  });

  it('tells nothing to strangers', async () => {
    const closed = await startTestServer({ PARVIS_ANONYMOUS: 'none' });

    const { errors } = await closed.signedOut.send(namesFound, {});

    assert.equal(errors?.[0]?.extensions?.['code'], 'UNAUTHENTICATED');
    await closed.close();
  });
});

interface NamesPage {
  nodes: { name: string }[];
  pageInfo: Record<string, unknown>;
}

async function walk(read: (previous?: NamesPage) => Promise<NamesPage>, more: string): Promise<string[][]> {
  const pages: string[][] = [];
  let page: NamesPage | undefined;
  do {
    page = await read(page);
    pages.push(page.nodes.map(({ name }) => name));
  } while (page.pageInfo[more]);
  return pages;
}
