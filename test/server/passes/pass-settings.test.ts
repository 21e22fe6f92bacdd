import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../server/src/config.ts';

const [one, two] = ['Kq3'.repeat(12), 'Zw8'.repeat(12)];
const keys = (text: string) => readConfig({ PARVIS_PASS_KEYS: text }).passKeys;

const wrong: [text: string, says: RegExp][] = [
  ['wiki', /Key 1: its secret must have at least 32 characters/],
  [`wiki hunter2 /wiki/**`, /Key 1: its secret must have/],
  [`wiki ${'x'.repeat(31)} /wiki/**`, /Key 1: its secret must have/],
  [`wiki ${one}`, /Key 1: after the secret, name the pages/],
  [`wiki ${one} /wiki/**, hr ${two}`, /Key 2: after the secret/],
  [`${one} wiki /wiki/**`, /Key 1: its secret must have/],
  [`wi/ki ${one} /wiki/**`, /Key 1: its name must have/],
  [`"wiki ${one} /wiki/**"`, /Key 1: its name must have/],
  [`${'w'.repeat(65)} ${one} /wiki/**`, /Key 1: its name must have/],
  [`wiki ${one} /wiki/** /a?b`, /Key 1: pattern 2: A pattern has no query/],
  [`wiki ${one} /wiki/*,/hr/*`, /Key 2: its name must have/],
  [`wiki ${one} https://*.example.org/**`, /Key 1: pattern 1: The origin/],
  [`wiki ${one} /wiki/**, hr ${one} /hr/**`, /Key 2 has the secret of key 1/],
  [`wiki ${one} /wiki/**, wiki ${one} /hr/**`, /Key 2 has the secret of key 1/],
  [`wiki ${one} /wiki/index.html`, /without the names of index files: “index\.html” of the key wiki/],
];

describe('the keys of page passes', () => {
  it('are none by default, and the server is called parvis', () => {
    const config = readConfig({});

    assert.deepEqual([config.passKeys, config.passAudience], [[], 'parvis']);
  });

  it('have a name, a secret and patterns, and a name may stand twice', () => {
    const read = keys(` wiki ${one}  /wiki/**   node:*,wiki ${two} /wiki/** ,`);

    assert.deepEqual(
      read.map(({ name, secret, patterns }) => [name, secret, patterns.map(({ text }) => text)]),
      [
        ['wiki', one, ['/wiki/**', 'node:*']],
        ['wiki', two, ['/wiki/**']],
      ],
    );
  });

  it('may stand on lines of their own', () => {
    assert.equal(keys(`wiki ${one} /wiki/**,\n\thr ${two} /hr/**\n`).length, 2);
  });

  for (const [text, says] of wrong) {
    it(`say what is wrong with ${text.replaceAll(one, 'ONE').replaceAll(two, 'TWO')}, never a secret`, () => {
      assert.throws(
        () => keys(text),
        ({ name, message }: Error) => {
          assert.equal(name, 'WrongSettings');
          assert.match(message, says);
          assert.equal(message.split('\n').length, 1);
          for (const secret of [one, two, 'hunter2', 'x'.repeat(31)]) assert.ok(!message.includes(secret), message);
          return true;
        },
      );
    });
  }
});
