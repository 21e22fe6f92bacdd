import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { fromRoot } from '../../scripts/paths.js';
import { tarballs } from '../support/published/project.ts';

/** Ours are modules alone. */
const notForModules = ['node10', 'node16-cjs'];

for (const file of tarballs()) {
  const name = basename(file);

  test(`${name} has what its package.json says`, async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(readFileSync(file)).buffer },
      strict: true,
    });

    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  // The server is a program.
  if (name.includes('parvis-server-')) continue;

  test(`${name} has types that fit its code`, async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))));

    assert.ok(result.types);
    const problems = result.problems.filter(
      (problem) => !('resolutionKind' in problem && notForModules.includes(problem.resolutionKind)),
    );
    assert.deepEqual(problems, []);
  });
}

test('all packages and the server were looked at', () => {
  assert.equal(tarballs().length, readdirSync(fromRoot('packages')).length + 1);
});
