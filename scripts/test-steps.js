import { existsSync } from 'node:fs';
import { fromRoot } from './paths.js';

/**
 * One part of `npm test`: a check, which passes or fails as a whole, or a suite, which counts its tests.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'suite'} kind
 * @property {[tool: string, ...args: string[]]} command - A suite writes its counts where `countsFile` says.
 * @property {boolean} [needsBuild] - Makes no sense when the build failed.
 */

const printSchema = 'server/src/cli/print-schema.ts';

/**
 * @param {string} countsFile - Where the next suite is to write its counts.
 * @returns {Step[]} In order: what fails fast comes first.
 */
export function steps(countsFile) {
  return [
    check('build', 'node', 'scripts/build.js'),
    check('types', 'tsc', '--build'),
    check('lint', 'eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/'),
    check(
      'format',
      'prettier',
      '--check',
      '.',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '--log-level',
      'warn',
    ),
    check('arrows', 'node', 'scripts/arrows.js'),
    check('graphql-types', 'node', 'scripts/graphql-types.js', '--check'),
    ...(existsSync(fromRoot(printSchema)) ? [check('schema', 'node', printSchema, '--check')] : []),
    check('docs', 'node', 'scripts/manifest.js', '--check'),
    { ...check('size', 'node', 'scripts/size.js'), needsBuild: true },
    nodeSuite('tooling', countsFile),
    nodeSuite('server', countsFile),
    { name: 'widgets', kind: 'suite', command: ['wtr'], needsBuild: true },
    { ...nodeSuite('e2e', countsFile, '--test-concurrency=1'), needsBuild: true },
    { ...nodeSuite('faults', countsFile, '--test-concurrency=1'), needsBuild: true },
  ];
}

/**
 * @param {string} name
 * @param {[tool: string, ...args: string[]]} command
 * @returns {Step}
 */
function check(name, ...command) {
  return { name, kind: 'check', command };
}

/**
 * @param {string} name - Also the folder of its tests.
 * @param {string} countsFile
 * @param {string[]} options
 * @returns {Step}
 */
function nodeSuite(name, countsFile, ...options) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/test-counts.js',
    `--test-reporter-destination=${countsFile}`,
  ];
  const command = ['--test', '--test-timeout=300000', ...reporters, ...options, `test/${name}/**/*.test.ts`];
  return { name, kind: 'suite', command: ['node', ...command] };
}
