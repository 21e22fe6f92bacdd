import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../../server/src/modules/people/index.ts';
import { highlight, type PersonMatch } from '../../../../server/src/modules/people/search/highlight.ts';
import { PeopleQuery } from '../../../../server/src/modules/people/search/query.ts';
import { PeopleVocabulary } from '../../../../server/src/modules/people/search/vocabulary.ts';
import { nameTerms } from '../../../../server/src/modules/people/search/words.ts';
import { phoneticKey } from '../../../../server/src/modules/people/search/phonetic-key.ts';
import { newPersonDetails, type Person } from '../../../../server/src/modules/people/person.ts';
import { rowId } from '../../../support/server/ids.ts';

function somebody(name: string, more: Partial<Person> = {}): Person {
  return { ...newPersonDetails('somebody', name), id: rowId('somebody'), managerId: null, ...more };
}

/** What is highlighted of somebody whose words are all there are. */
function matchesOf(person: Person, typed: string): PersonMatch[] {
  const words = nameTerms(person.name).map(({ folded }) => ({ word: folded, sound: phoneticKey(folded) }));
  const { readings } = new PeopleQuery(typed, new PeopleVocabulary(words));
  return highlight(person, readings.flat());
}

/** The name with what is highlighted in brackets. */
function marked(name: string, typed: string): string {
  return matchesOf(somebody(name), typed).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
    name,
  );
}

describe('highlighting', () => {
  const examples: [name: string, typed: string, expected: string][] = [
    ['Stéphane Lefèvre', 'lefe steph', '[Stéph]ane [Lefè]vre'],
    ['Ste\u0301phane Lefe\u0300vre', 'ste lefe', '[Ste\u0301]phane [Lefe\u0300]vre'],
    ['Matthieu Œuvrard', 'o', 'Matthieu [Œ]uvrard'],
    ['Matthieu Œuvrard', 'oeuv', 'Matthieu [Œuv]rard'],
    ['Łukasz Strauß', 'lu straus', '[Łu]kasz [Strauß]'],
    ['Jean-Marc d’Almeida', 'jeanm', '[Jean-M]arc d’Almeida'],
    ['Jean-Marc d’Almeida', 'dal', 'Jean-Marc [d’Al]meida'],
    ['Amina Ben Salah', 'bensalah', 'Amina [Ben Salah]'],
    ['Stéphane Lefèvre', 'lefebvre', 'Stéphane [Lefèvre]'],
    ['𝒁oé 😀 Zaïm', 'za', '𝒁oé 😀 [Za]ïm'],
  ];
  for (const [name, typed, expected] of examples) {
    it(`marks "${typed}" in ${expected}`, () => {
      assert.equal(marked(name, typed), expected);
    });
  }

  it('marks the whole of a short word, or nothing, outside names', () => {
    const person = somebody('Zoé Nouvelle', { jobTitle: 'Chargée RH', expertise: ['rhétorique', 'paie'] });

    const matches = matchesOf(person, 'rh');

    assert.deepEqual(matches, [{ field: 'JOB_TITLE', value: 'Chargée RH', start: 8, end: 10 }]);
  });

  it('marks each tag that matched', () => {
    const person = somebody('Zoé Nouvelle', { expertise: ['soudage TIG', 'audits', 'Soudage MIG'] });

    const matches = matchesOf(person, 'soud');

    assert.deepEqual(
      matches.map(({ value, start, end }) => [value, start, end]),
      [
        ['soudage TIG', 0, 4],
        ['Soudage MIG', 0, 4],
      ],
    );
  });

  it('marks, in any name, a part that folds to what was typed', () => {
    const letter = fc.constantFrom(...'aeétùçœŒßłøæÆ', 'e\u0301', 'ﬁ', 'İ', 'Σ', 'ж', '好', '😀', '-', ' ', '’');
    const name = fc.array(letter, { minLength: 1, maxLength: 20 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, wordIndex, length) => {
        const terms = nameTerms(text);
        fc.pre(terms.length > 0);
        const term = terms[wordIndex % terms.length]!;
        const typed = [...term.folded].slice(0, 1 + (length % term.folded.length)).join('');

        const matches = matchesOf(somebody(text), typed);

        const slices = matches.map(({ start, end }) => fold(text.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, ''));
        assert.ok(
          slices.some((slice) => slice.includes(typed)),
          `${typed} in ${JSON.stringify(slices)}`,
        );
        for (const { start, end } of matches) assert.ok(0 <= start && start < end && end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
