import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { cache, fromRoot, root } from './paths.js';

/**
 * One part of `npm test`: a check, which passes or fails as a whole, or a suite, which counts its tests.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'suite'} kind
 * @property {import('./test-lanes.js').Share} share - What it takes of the machine.
 * @property {[tool: string, ...args: string[]]} command - A suite writes its results where `resultsFile` says.
 * @property {Record<string, string>} [env] - Over our own.
 * @property {string} [about] - What the counts are of, where the name does not say it.
 * @property {boolean} [byName] - Runs only where it is named.
 * @property {boolean} [needsBuild] - Makes no sense when the build failed.
 */

const printSchema = 'server/src/cli/print-schema.ts';

/** Tests of one kind of database run on it alone, those of the way from one to the other once. */
const onSqliteAlone = 'test/server/database/sqlite';
const onPostgresAlone = 'test/server/database/postgres';
const onBothAtOnce = 'test/server/database/copy';
/** Each test file is a process that compiles the same modules. */
const compileCache = { NODE_COMPILE_CACHE: join(cache, 'compile') };
const hosts = 'test/hosts/**/*.test.ts';
/** Other engines open one page after the other; the projects of others are installed and built one after the other. */
const longTimeout = '--test-timeout=840000';
/** Node itself runs one file at a time on two cores. */
const twoAtOnce = '--test-concurrency=2';

/**
 * @param {(name: string) => string} resultsFile - Where a suite is to write its results.
 * @returns {Step[]} In order: what fails fast comes first, beside what takes long and waits most of the time.
 */
export function steps(resultsFile) {
  return [
    { ...check('build', 'node', 'scripts/build.js'), share: 'all' },
    { ...nodeSuite('faults', resultsFile, '--test-concurrency=1'), needsBuild: true, share: 'waits' },
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
    nodeSuite('tooling', resultsFile),
    {
      ...nodeSuite('server', resultsFile, twoAtOnce, ...testsOfServer({ without: [onPostgresAlone] })),
      share: 'all',
      about: `on SQLite; not ${onPostgresAlone}`,
    },
    {
      ...nodeSuite(
        'server-postgres',
        resultsFile,
        twoAtOnce,
        '--test-global-setup=test/support/server/postgres-for-all.ts',
        ...testsOfServer({ without: [onSqliteAlone, onBothAtOnce] }),
      ),
      share: 'all',
      env: { ...compileCache, PARVIS_TEST_DATABASE: 'postgres' },
      about: `on PostgreSQL; not ${onSqliteAlone}, ${onBothAtOnce}`,
    },
    { name: 'widgets', kind: 'suite', share: 'one', command: ['wtr'], needsBuild: true },
    { ...nodeSuite('e2e', resultsFile, '--test-concurrency=1'), needsBuild: true },
    { ...nodeSuite('hosts', resultsFile), needsBuild: true, about: 'in Chromium; npm run test:engines in others' },
    { ...nodeSuite('published', resultsFile, '--test-concurrency=1', longTimeout), byName: true },
    ...['Firefox', 'WebKit'].map((engine) =>
      inEngine(engine, nodeSuite(`hosts-${engine.toLowerCase()}`, resultsFile, longTimeout, hosts)),
    ),
    inEngine('Firefox', { name: 'widgets-firefox', kind: 'suite', share: 'one', command: ['wtr'] }),
  ];
}

/**
 * @param {string} name
 * @param {[tool: string, ...args: string[]]} command
 * @returns {Step}
 */
function check(name, ...command) {
  return { name, kind: 'check', share: 'one', command };
}

/**
 * @param {string} name
 * @param {(name: string) => string} resultsFile
 * @param {string[]} args - Options, then the files; those of the folder of that name by default.
 * @returns {Step}
 */
function nodeSuite(name, resultsFile, ...args) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/test-results.js',
    `--test-reporter-destination=${resultsFile(name)}`,
  ];
  const files = args.some((arg) => !arg.startsWith('--')) ? [] : [`test/${name}/**/*.test.ts`];
  /** @type {Step['command']} */
  const command = ['node', '--test', '--test-timeout=300000', ...reporters, ...args, ...files];
  return { name, kind: 'suite', share: 'one', env: compileCache, command };
}

/**
 * @param {string} engine - Of browsers.
 * @param {Step} step
 * @returns {Step}
 */
function inEngine(engine, step) {
  return { ...step, env: { ...step.env, PARVIS_TEST_ENGINES: engine }, byName: true, needsBuild: true };
}

/**
 * @param {{ without: string[] }} options - Folders.
 * @returns {string[]} Their files.
 */
function testsOfServer({ without }) {
  const files = globSync('test/server/**/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => !without.some((folder) => file.startsWith(`${folder}/`))).sort();
}
