import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newPerson } from '../../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../../server/src/modules/people/person.ts';
import { lookalikeKey, readName } from '../../../server/src/modules/people/person-name.ts';

/** A name as it comes, and as it is kept. */
const names: [given: string, kept: string][] = [
  // Cyrillic, Greek and Armenian letters among Latin ones.
  ['Jeаn Dupont', 'Jean Dupont'],
  ['Jean Dupоnt', 'Jean Dupont'],
  ['Τina Τurner', 'Tina Turner'],
  ['Sаrаh Օlsen', 'Sarah Olsen'],
  ['Jean Роре', 'Jean Pope'],
  // A Latin letter among Cyrillic ones.
  ['Ивaн Петров', 'Иван Петров'],
  // What nobody sees: no width, direction, soft hyphen, tags, escapes.
  ['Jean\u200b Dupont', 'Jean Dupont'],
  ['\u202enaeJ\u202c', 'naeJ'],
  ['Du\u00adpont', 'Dupont'],
  ['Jean\u{e0041}\u2066', 'Jean'],
  ['Jean\u001b[31m Dupont\u0007', 'Jean Dupont'],
  ['  Jean\u00a0\u2003Dupont\n', 'Jean Dupont'],
  // Letters made for mathematics and for wide columns, accents apart, accents piled up.
  ['𝐉𝐞𝐚𝐧 Ｄｕｐｏｎｔ', 'Jean Dupont'],
  ['Zoe\u0301', 'Zoé'],
  [`Jean${'\u0336'.repeat(40)}`, `Jean${'\u0336'.repeat(3)}`],
  // Names that are what they look like stay.
  ['Zoé Müller-Łuczak', 'Zoé Müller-Łuczak'],
  ['Иван Петров', 'Иван Петров'],
  ['Роса Роре', 'Роса Роре'],
  ['Νίκος Παπάς', 'Νίκος Παπάς'],
  ['محمد علی‌رضا', 'محمد علی‌رضا'],
  ['王芳', '王芳'],
  ["Siobhán O'Neill", "Siobhán O'Neill"],
];

describe('the name of a person', () => {
  it('is kept as people see it, in letters of one alphabet a word', () => {
    for (const [given, kept] of names) assert.equal(readName(given).name, kept, JSON.stringify(given));
  });

  it('is so of whoever is added, by a sign-in too; one of which nothing is left is the handle', () => {
    for (const [given, kept] of names) assert.equal(newPerson(newPersonDetails('x', given)).details.name, kept);
    assert.equal(newPerson(newPersonDetails('x', '\u200b\u202e')).details.name, 'x');
  });

  it('is told where two alphabets in one word cannot be made one', () => {
    assert.match(readName('Jeжn Dupont').warning!, /mixes alphabets: “ж” in “Jeжn”/);
    for (const [given] of names) assert.equal(readName(given).warning, undefined, given);
  });

  it('is suspected where it looks like another that is written otherwise', () => {
    const key = 'dupont jean paul';
    for (const name of ['Jean PauI Dupont', 'Jean-Pau1 Dup0nt']) assert.equal(lookalikeKey(name), key, name);
    assert.equal(lookalikeKey('Роса Роре'), 'poca pope');
    for (const name of ['Jean-Paul Dupont', 'Ivan Ilitch', 'Zoé III', '王芳'])
      assert.equal(lookalikeKey(name), null, name);
  });
});
