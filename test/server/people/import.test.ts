import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { headerNames } from '../../../server/src/modules/people/import/column-names.ts';
import type { ImportChange, ImportOptions } from '../../../server/src/modules/people/index.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('an import of people', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(() => server.close());

  function load(file: string | Buffer, options?: ImportOptions) {
    return server.app.services.people.import(Readable.from([Buffer.from(file)]), options);
  }

  async function person(handle: string) {
    return (await server.app.services.people.resolveHandles([handle])).get(handle);
  }

  async function managersOf(handle: string): Promise<string[]> {
    const { id } = (await person(handle))!;
    return ((await server.app.services.people.managersOf([id])).get(id) ?? []).map((manager) => manager.handle);
  }

  it('takes every column', async () => {
    const { added, problems } = await load(
      'handle,name,email,phone,job title,department,location,manager,expertise,languages,bio,avatar,status,role,kind\n' +
        'zoe,Zoé Martin,Zoe@x.example,01 99 00 00 00,Soudeuse,Production,Douai,,TIG|MIG; TIG,fr|pt-br,"Bonjour,\nmoi",https://x.example/z.png,active,communicator,contractor\n',
    );

    assert.deepEqual([added, problems], [1, []]);
    const { id: _id, ...zoe } = (await person('zoe'))!;
    assert.deepEqual(zoe, {
      handle: 'zoe',
      name: 'Zoé Martin',
      employeeNumber: null,
      email: 'Zoe@x.example',
      mailProved: true,
      phone: '01 99 00 00 00',
      jobTitle: 'Soudeuse',
      department: 'Production',
      location: 'Douai',
      bio: 'Bonjour,\nmoi',
      avatarUrl: 'https://x.example/z.png',
      managerId: null,
      expertise: ['TIG', 'MIG'],
      languages: ['fr', 'pt-BR'],
      status: 'ACTIVE',
      role: 'COMMUNICATOR',
      kind: 'CONTRACTOR',
    });
  });

  it('reads French headers, semicolons, a byte order mark and Windows line ends', async () => {
    const { added } = await load(
      '\uFEFFPrénom;NOM;Courriel;Intitulé du poste\r\nZoé;Martin;zoe.martin@x.example;Soudeuse\r\n',
    );

    assert.equal(added, 1);
    assert.equal((await person('zoe.martin'))?.name, 'Zoé Martin');
    assert.equal((await person('zoe.martin'))?.jobTitle, 'Soudeuse');
  });

  it('reads tabs, and leaves columns that are not ours', async () => {
    const { added } = await load('Badge\tLogin\tNom\n007\tzoe\tZoé Martin\n');

    assert.equal(added, 1);
    assert.equal((await person('zoe'))?.name, 'Zoé Martin');
  });

  it('takes the rows that are right, and says of each other one on which line it is and why', async () => {
    const report = await load(
      [
        'handle,name,email,status',
        'zoe,Zoé Martin,zoe@x.example,active',
        'bad handle,Bad,,active',
        ',,,',
        ',Nobody,,active',
        'tom,"Tom',
        'Whitaker",not an address,active',
        'ann,Ann,ann@x.example,asleep',
        'too,few',
        'too,many,x@x.example,active,cells',
        'nameless,,n@x.example,active',
        'zoe,Zoé again,zoe2@x.example,active',
        'other,Zoé Martin,ZOE@x.example,active',
        'yan,Yan,yan@x.example,active',
      ].join('\n'),
    );

    assert.deepEqual([report.rows, report.added, report.refused], [11, 5, 6]);
    const reasons = report.problems.map(({ line, reason, leftOut }) => `${line}: ${leftOut ? 'out: ' : ''}${reason}`);
    const expected = [
      /^3: out: It identifies no one.*“bad handle” is not a handle/,
      /^5: out: It identifies no one/,
      /^6: “not an address” is not an email address/,
      /^8: “asleep” is not a status/,
      /^10: out: 1 cell too many \(cells\)/,
      /^11: out: A new person needs a name/,
      /^12: out: Line 2 has the same handle/,
      /^13: out: Line 2 is about the same person/,
    ];
    assert.equal(reasons.length, expected.length, reasons.join('\n'));
    expected.forEach((pattern, index) => assert.match(reasons[index]!, pattern));
    const { name, email } = (await person('tom'))!;
    assert.deepEqual([name, email], ['Tom Whitaker', null]);
  });

  it('updates by handle or email what the file has columns for, and nothing else', async () => {
    await load(
      'handle,name,email,phone,department\nzoe,Zoé Martin,zoe@x.example,123,Production\ntom,Tom Whitaker,tom@x.example,456,Maintenance',
    );

    const report = await load('email,department,phone\nZOE@x.example,Qualité,\ntom@x.example,Maintenance,456');

    assert.deepEqual([report.added, report.updated, report.unchanged, report.refused], [0, 1, 1, 0]);
    const zoe = (await person('zoe'))!;
    assert.deepEqual([zoe.name, zoe.department, zoe.phone], ['Zoé Martin', 'Qualité', null]);
  });

  it('changes nothing the second time', async () => {
    const file = 'handle,name,expertise,manager\nzoe,Zoé Martin,a|b,tom\ntom,Tom Whitaker,,';
    await load(file);

    const report = await load(file);

    assert.deepEqual([report.added, report.updated, report.unchanged], [0, 0, 2]);
  });

  it('is searched at once', async () => {
    await load('handle,name,department\nzoe,Zoé Martin,Production');
    const found = 'query ($query: String) { people(query: $query) { nodes { handle } } }';
    assert.equal((await server.as('zoe').query(found, { query: 'qualité' })).people.nodes.length, 0);

    await load('handle,department\nzoe,Qualité');

    assert.equal((await server.as('zoe').query(found, { query: 'qualité' })).people.nodes.length, 1);
    assert.equal((await server.as('zoe').query(found, { query: 'production' })).people.nodes.length, 0);
  });

  it('is seen at once wherever people are shown', async () => {
    await load('handle,name,manager\nzoe,Zoé Martin,\ntom,Tom Whitaker,zoe');
    const manager = '{ person(handle: "tom") { manager { name } } }';
    assert.equal((await server.as('tom').query(manager)).person.manager.name, 'Zoé Martin');

    await load('handle,name\nzoe,Zoé Dubois');

    assert.equal((await server.as('tom').query(manager)).person.manager.name, 'Zoé Dubois');
  });

  it('has every name of a column in its docs', async () => {
    const docs = await readFile(new URL('../../../docs/importing-people.md', import.meta.url), 'utf8');

    const missing = Object.values(headerNames)
      .flat()
      .filter((name) => !docs.includes(name));

    assert.deepEqual(missing, []);
  });

  it('links managers by handle or email, in any order of rows', async () => {
    const { problems } = await load(
      'handle,name,email,manager\na,Ann,a@x.example,B@x.example\nb,Bob,b@x.example,c\nc,Cyd,c@x.example,',
    );

    assert.deepEqual(problems, []);
    assert.deepEqual(await managersOf('a'), ['b', 'c']);
  });

  it('refuses a manager who is nobody, or who would report to themselves', async () => {
    const report = await load('handle,name,manager\na,Ann,b\nb,Bob,c\nc,Cyd,a\nd,Dan,nobody\ne,Eve,e');

    assert.deepEqual([report.added, report.refused], [5, 0]);
    assert.deepEqual(
      report.problems.map(({ line, reason }) => [line, reason.split(' ').slice(0, 5).join(' ')]),
      [
        [4, 'The manager a reports to'],
        [5, 'The manager nobody is not'],
        [6, 'The manager e reports to'],
      ],
    );
    assert.deepEqual(await managersOf('a'), ['b', 'c']);
  });

  it('turns a line of command round', async () => {
    await load('handle,name,manager\na,Ann,b\nb,Bob,');

    const report = await load('handle,manager\na,\nb,a');

    assert.deepEqual([report.updated, report.problems], [2, []]);
    assert.deepEqual([await managersOf('a'), await managersOf('b')], [[], ['a']]);
  });

  it('gives one email to one person only, and says so', async () => {
    await load('handle,name,email\na,Ann,a@x.example\nb,Bob,b@x.example');

    const report = await load('handle,email\na,b@x.example');

    assert.match(report.problems[0]!.reason, /b@x\.example belongs to Bob \(b\): Ann is imported without it/);
    assert.deepEqual([(await person('a'))?.email, report.refused], ['a@x.example', 0]);
  });

  it('makes handles of addresses, each once', async () => {
    await load('email,name\nj.martin@x.example,Jean Martin\nJ.Martin@y.example,Julie Martin');

    assert.deepEqual(
      [(await person('j.martin'))?.name, (await person('j.martin2'))?.name],
      ['Jean Martin', 'Julie Martin'],
    );
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    await load('handle,name,department\nzoe,Zoé Martin,Production');
    const changes: ImportChange[] = [];

    const report = await load(
      'handle,name,department,manager\nzoe,Zoé Martin,Qualité,tom\ntom,Tom Whitaker,,\nbad handle,x,,',
      {
        dryRun: true,
        onChange: (change) => changes.push(change),
      },
    );

    assert.deepEqual([report.added, report.updated, report.refused], [1, 1, 1]);
    assert.deepEqual(changes, [
      { line: 2, handle: 'zoe', change: 'updated', fields: ['department', 'manager'] },
      { line: 3, handle: 'tom', change: 'added', fields: [] },
    ]);
    assert.equal(await person('tom'), undefined);
    assert.equal((await person('zoe'))?.department, 'Production');
  });

  it('takes a large file in batches, and tells how far it is', async () => {
    const seen: number[] = [];
    const rows = Array.from(
      { length: 1234 },
      (_, index) => `p${index},Person ${index},${index > 0 ? `p${Math.floor(index / 9)}` : ''}`,
    );

    const report = await load(['handle,name,manager', ...rows].join('\n'), { onProgress: (done) => seen.push(done) });

    assert.deepEqual([report.added, report.problems], [1234, []]);
    assert.deepEqual(seen, [500, 1000, 1234]);
    assert.deepEqual(await managersOf('p100'), ['p11', 'p1', 'p0']);
  });
});
