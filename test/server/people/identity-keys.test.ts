import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emailKey, employeeKey, loginKey } from '../../../server/src/modules/people/identity-keys.ts';

describe('the keys of people', () => {
  const same: [string, string][] = [
    ['Root', 'root'],
    ['RENÉ', 'rené'],
    ['J.Dupont@Example.ORG', 'j.dupont@example.org'],
    ['rene\u0301', 'rené'],
    ['ŁUKASZ', 'łukasz'],
  ];
  const different: [string, string][] = [
    ['röot', 'root'],
    ['rené', 'rene'],
    ['ja\u212Ae', 'jake'],
    ['\u0130van', 'ivan'],
    ['\u0131van', 'ivan'],
    ['ro\u017F', 'ros'],
    ['ｒｏｏｔ', 'root'],
    ['r\u043E\u043Et', 'root'],
    ['root.', 'root'],
    ['root\u200B', 'root'],
    ['straße', 'strasse'],
    ['ﬁona', 'fiona'],
  ];
  for (const key of [loginKey, emailKey]) {
    it(`of ${key === loginKey ? 'login names' : 'mails'} are exact, case aside`, () => {
      for (const [one, other] of same) assert.equal(key(one), key(other));
      for (const [one, other] of different) assert.notEqual(key(one), key(other), `${one} is not ${other}`);
    });
  }

  it('of employee numbers take spaces and case for nothing, zeros for what they are', () => {
    assert.equal(employeeKey(' 00 12\u00A0a\u200B'), employeeKey('0012A'));
    assert.notEqual(employeeKey('0012'), employeeKey('12'));
    assert.notEqual(employeeKey('1-23'), employeeKey('12-3'));
  });
});
