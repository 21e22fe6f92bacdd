import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../../../support/server/test-server.ts';
import { fillDirectory, vauclair } from '../fill-directory.ts';

/** Trades and tools as people write them. */
const workshop = {
  s1: { name: 'Aude Premier', jobTitle: 'Développeuse C++', expertise: ['C#', 'n+1'] },
  s2: { name: 'Boris Second', jobTitle: 'Ingénieur R&D', expertise: ['TCP/IP', 'tests A/B'] },
  s3: { name: 'Carla Tiers', jobTitle: 'Formatrice .NET', department: 'Qualité/Sécurité', expertise: ['C', 'net'] },
  s4: { name: 'Denis Quart', jobTitle: 'Responsable formation', expertise: ['ASP.NET', 'soudure TIG', 'permis B'] },
  s5: { name: 'Elsa Quint', jobTitle: 'Welder', expertise: ['welding', 'training'] },
  s6: { name: 'Fanny Sixte', jobTitle: 'Technicienne', expertise: ['quai 4', 'permis C1'] },
  s7: { name: 'Gil Septime', jobTitle: 'Cariste', status: 'DEPARTED' as const },
};

describe('the words of people search', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
    await fillDirectory(server, { ...vauclair, ...workshop });
  });

  after(() => server.close());

  async function search(query: string, as = 'nadia'): Promise<{ names: string[]; unmatchedWords: string[] }> {
    const { people } = await server
      .as(as)
      .query('query ($query: String) { people(query: $query, first: 50) { unmatchedWords nodes { name } } }', {
        query,
      });
    return { names: people.nodes.map(({ name }: { name: string }) => name), unmatchedWords: people.unmatchedWords };
  }

  async function find(query: string, as?: string): Promise<string[]> {
    return (await search(query, as)).names;
  }

  const signs: [typed: string, found: string[]][] = [
    ['C++', ['Aude Premier']],
    ['c+', ['Aude Premier']],
    ['C#', ['Aude Premier']],
    ['R&D', ['Boris Second']],
    ['r&', ['Boris Second']],
    ['ingénieur r&d', ['Boris Second']],
    ['A/B', ['Boris Second']],
    ['tcp/ip', ['Boris Second']],
    ['n+1', ['Aude Premier']],
    ['.NET', ['Carla Tiers', 'Denis Quart']],
    ['asp.net', ['Denis Quart']],
    ['Qualité/Sécurité', ['Carla Tiers']],
    ['sécurité/qualité', ['Carla Tiers']],
    ['premier c++', ['Aude Premier']],
    ['F#', []],
    ['P&L', []],
  ];
  it('takes terms with signs for words', async () => {
    for (const [typed, found] of signs) assert.deepEqual(await find(typed), found, typed);
  });

  it('finds by signs whoever has them now', async () => {
    const people = server.app.services.people;
    await people.import(Readable.from(['handle,name,job title\ns8,Hugo Octave,Analyste P&L\n']));
    assert.deepEqual(await find('P&L'), ['Hugo Octave']);

    await people.import(Readable.from(['handle,name,job title\ns8,Hugo Octave,Analyste\n']));

    assert.deepEqual(await find('P&L'), []);
  });

  const families: [typed: string, names: string[]][] = [
    ['soudure', ['Denis Quart', 'Matthieu Œuvrard', 'Paul Lefébure']],
    ['soudeuse', ['Denis Quart', 'Matthieu Œuvrard', 'Paul Lefébure']],
    ['soudeurs', ['Denis Quart', 'Matthieu Œuvrard', 'Paul Lefébure']],
    ['formateur', ['Carla Tiers', 'Denis Quart']],
    ['formations', ['Carla Tiers', 'Denis Quart']],
    ['weld', ['Elsa Quint']],
    ['welders', ['Elsa Quint']],
    ['trainer', ['Elsa Quint']],
    ['technique', ['Fanny Sixte']],
    ['négociateur', ['Stéphane Lefèvre']],
    ['conduction', ['Thibault Gauthier']],
  ];
  it('finds by other words of the family: who does a thing, the thing, and more of them', async () => {
    for (const [typed, names] of families) assert.deepEqual((await find(typed)).sort(), names, typed);
  });

  it('ranks those who have the word itself before those who have one of its family', async () => {
    assert.equal((await find('soudure'))[0], 'Denis Quart');
    assert.equal((await find('formation'))[0], 'Denis Quart');
  });

  const unknown: [typed: string, names: string[], unmatched: string[]][] = [
    ['permis cariste', ['Denis Quart', 'Fanny Sixte'], ['cariste']],
    ['Cariste permis', ['Denis Quart', 'Fanny Sixte'], ['Cariste']],
    ['soudure xyzzy plugh', ['Denis Quart', 'Matthieu Œuvrard', 'Paul Lefébure'], ['xyzzy', 'plugh']],
    ['F# R&D', ['Boris Second'], ['F#']],
    ['zzzz', [], []],
    ['de zzzz', [], []],
    ['paul nadia', [], []],
    ['permis', ['Denis Quart', 'Fanny Sixte'], []],
  ];
  it('leaves out words that nobody has, and says which', async () => {
    for (const [query, names, unmatchedWords] of unknown) {
      const found = await search(query);
      assert.deepEqual([found.names.sort(), found.unmatchedWords], [names, unmatchedWords], query);
    }
    assert.deepEqual((await search('')).unmatchedWords, []);
  });

  it('leaves out a word that only people have whom the viewer may not find, as if it were nobody’s', async () => {
    assert.deepEqual((await search('cariste permis')).unmatchedWords, ['cariste']);
    assert.deepEqual(await find('cariste', 'ines'), ['Gil Septime']);
  });
});
