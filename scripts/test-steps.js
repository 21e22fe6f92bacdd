import { existsSync, globSync } from 'node:fs';
import { fromRoot, root } from './paths.js';

/**
 * One part of `npm test`: a check, which passes or fails as a whole, or a suite, which counts its tests.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'suite'} kind
 * @property {[tool: string, ...args: string[]]} command - A suite writes its counts where `countsFile` says.
 * @property {Record<string, string>} [env] - Over our own.
 * @property {string} [about] - What the counts are of, where the name does not say it.
 * @property {boolean} [needsBuild] - Makes no sense when the build failed.
 */

const printSchema = 'server/src/cli/print-schema.ts';

/** Tests of one kind of database run on it alone, those of the way from one to the other once. */
const onSqliteAlone = 'test/server/database/sqlite';
const onPostgresAlone = 'test/server/database/postgres';
const onBothAtOnce = 'test/server/database/copy';
/** Node itself runs one file at a time on two cores. */
const twoAtOnce = '--test-concurrency=2';

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
    {
      ...nodeSuite('server', countsFile, twoAtOnce, ...testsOfServer({ without: [onPostgresAlone] })),
      about: `on SQLite; not ${onPostgresAlone}`,
    },
    {
      ...nodeSuite(
        'server-postgres',
        countsFile,
        twoAtOnce,
        '--test-global-setup=test/support/server/postgres-for-all.ts',
        ...testsOfServer({ without: [onSqliteAlone, onBothAtOnce] }),
      ),
      env: { PARVIS_TEST_DATABASE: 'postgres' },
      about: `on PostgreSQL; not ${onSqliteAlone}, ${onBothAtOnce}`,
    },
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
 * @param {string} name
 * @param {string} countsFile
 * @param {string[]} args - Options, then the files; those of the folder of that name by default.
 * @returns {Step}
 */
function nodeSuite(name, countsFile, ...args) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/test-counts.js',
    `--test-reporter-destination=${countsFile}`,
  ];
  const files = args.some((arg) => !arg.startsWith('--')) ? [] : [`test/${name}/**/*.test.ts`];
  return { name, kind: 'suite', command: ['node', '--test', '--test-timeout=300000', ...reporters, ...args, ...files] };
}

/**
 * @param {{ without: string[] }} options - Folders.
 * @returns {string[]} Their files.
 */
function testsOfServer({ without }) {
  const files = globSync('test/server/**/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => !without.some((folder) => file.startsWith(`${folder}/`))).sort();
}
