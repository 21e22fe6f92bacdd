import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editDistance, letterMask, withinReach } from '../../../../server/src/modules/people/search/edit-distance.ts';
import { fold, foldedWords, phoneticKey } from '../../../../server/src/modules/people/index.ts';
import { wordsOf } from '../../../../server/src/modules/people/folding.ts';

describe('folding', () => {
  it('takes away case, accents, ligatures and strokes', () => {
    assert.equal(fold('ŒUVRE, straße, Łódź, Ærø, ﬁn, İstanbul'), 'oeuvre, strasse, lodz, aero, fin, istanbul');
  });

  it('is the same however an accent is written', () => {
    assert.equal(fold('Ste\u0301phane'), fold('Stéphane'));
  });

  it('finds the same words with and without their places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.deepEqual(
          wordsOf(text).map(({ folded }) => folded),
          foldedWords(text),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('how a name sounds', () => {
  const alike = [
    'Lefèvre Lefebvre Lefébure Lefaivre Lefebvres',
    'Philippe Filippe Filip Philip',
    'Thibault Thibaud Thibaut Tibo',
    'Mathieu Matthieu Mathieux',
    'Gautier Gauthier Gaultier',
    'Catherine Katherine',
    'Dupont Dupond',
    'Michaël Mickaël Mikael',
    'Moreau Moro',
    'Renault Renaud',
    'Christophe Kristof',
    'Denis Denys',
    'Fernandez Fernandes',
    'Kowalski Kovalsky',
    'Schmidt Schmitt Schmit',
    'Frédéric Frederick',
    'Mohamed Mohammed',
  ];
  for (const names of alike) {
    it(`is the same for ${names}`, () => {
      const keys = new Set(names.split(' ').map((name) => phoneticKey(fold(name))));

      assert.equal(keys.size, 1, [...keys].join(' '));
    });
  }

  it('holds apart what people hold apart', () => {
    const names = 'Martin Martine Morton Dubois Dubosc Mathis Mathieu Laurent Laurence Stéphane Stéphanie Durand Duret';
    const keys = names.split(' ').map((name) => phoneticKey(fold(name)));

    assert.equal(new Set(keys).size, keys.length);
  });

  it('is nothing for other scripts, digits and short words', () => {
    assert.deepEqual(
      ['好好学', '007', 'Li'].map((name) => phoneticKey(fold(name))),
      [null, null, null],
    );
  });
});

describe('typing errors', () => {
  it('are letters left out, put in, changed and swapped', () => {
    assert.deepEqual(
      ['stephane', 'stphane', 'stephanne', 'stephone', 'stepahne', 'stepanhe'].map((typed) =>
        editDistance(typed, 'stephane', 2),
      ),
      [0, 1, 1, 1, 1, 2],
    );
  });

  it('are counted to the nearest beginning of a word that is not finished', () => {
    assert.equal(editDistance('kowalzk', 'kowalski', 1, true), 1);
    assert.equal(editDistance('kowalzk', 'kowalskiewicz', 1, false), 2);
  });

  it('are the same from either side, and never reach what the letters exclude', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 8);
        assert.equal(distance, editDistance(other, one, 8));
        assert.ok(withinReach(letterMask(one), letterMask(other), distance, false));
        assert.ok(editDistance(one, other, 8, true) <= distance);
      }),
    );
  });
});
