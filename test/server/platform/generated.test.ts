import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

describe('what is made from the code', () => {
  for (const [script, file] of [
    ['print-settings.ts', 'docs/settings.md'],
    ['print-schema.ts', 'schema.graphql'],
  ] as const) {
    it(`has ${file} up to date`, () => {
      const path = fileURLToPath(new URL(`../../../server/src/cli/${script}`, import.meta.url));

      const { status, stderr } = spawnSync(process.execPath, [path, '--check'], { encoding: 'utf8' });

      assert.equal(status, 0, stderr);
    });
  }
});
