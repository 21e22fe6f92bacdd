import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandOf, steps, within } from '../../scripts/test-steps.js';

const all = steps((name) => `${name}.json`);
const named = (name: string) => all.find((step) => step.name === name)!;

describe('the steps of npm test', () => {
  it('run some of the tests of a suite where a folder or a file is named', () => {
    const folder = commandOf(within(named('widgets'), ['like-button']));
    const file = commandOf(within(named('server-postgres'), ['comments/comments']));

    assert.deepEqual(folder.slice(0, 2), ['wtr', '--files']);
    assert.ok(folder.slice(2).length > 1);
    assert.ok(folder.slice(2).every((name) => name.startsWith('test/packages/like-button/')));
    assert.deepEqual(
      file.filter((name) => name.endsWith('.test.ts')),
      ['test/server/comments/comments.test.ts'],
    );
    assert.equal(within(named('server'), ['comment']).tests?.names.length, 0);
  });

  it('run every test: those of the server on one database at least', () => {
    const server = new Set([named('server'), named('server-postgres')].flatMap(({ tests }) => tests!.names));

    for (const { name, tests } of all) if (tests) assert.ok(tests.names.length > 0, name);
    for (const folder of ['sqlite', 'postgres', 'copy'])
      assert.ok([...server].some((file) => file.startsWith(`test/server/database/${folder}/`)));
  });
});
