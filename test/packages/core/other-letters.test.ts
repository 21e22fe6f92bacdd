import { otherLetters } from '@parvis/core/person-card/other-letters.js';
import { expect } from '@open-wc/testing';

describe('letters by which a name may be taken for another', () => {
  it('are those of another alphabet in a Latin word, or of a word that only looks Latin', () => {
    const names: [string, string | undefined][] = [
      ['Jeаn Dupont', 'а'],
      ['Νadia Benali', 'Ν'],
      ['Jean Роре', 'Роре'],
      ['Սarah Օlsen', 'Ս'],
      ['Jean Dupont', undefined],
      ['Zoé Müller-Łuczak', undefined],
      ['Иван Петров', undefined],
      ['Νίκος Παπάς', undefined],
      ['Jean Иванов', undefined],
      ['王芳', undefined],
      ['', undefined],
    ];

    for (const [name, letters] of names) expect(otherLetters(name)?.letters, name).to.equal(letters);
  });
});
