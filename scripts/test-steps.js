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
 * @property {Files} [tests] - Those of a suite, which its command ends with.
 * @property {Record<string, string>} [env] - Over our own.
 * @property {string} [about] - What the counts are of, where the name does not say it.
 * @property {boolean} [byName] - Runs only where it is named.
 * @property {boolean} [needsBuild] - Makes no sense when the build failed.
 */

/**
 * @typedef {object} Files
 * @property {string} folder
 * @property {string[]} names - From the root of the project.
 * @property {string[] | undefined} [option] - What the tool wants before them.
 */

const printSchema = 'server/src/cli/print-schema.ts';

/** Tests of one kind of database run on it alone, those of the way from one to the other once. */
const onSqliteAlone = 'test/server/database/sqlite';
const onPostgresAlone = 'test/server/database/postgres';
const onBothAtOnce = 'test/server/database/copy';
/** Have no database, or are about something else than what it stores and finds. */
const onAny = [
  ...['auth', 'demo', 'graphql', 'http', 'mail', 'metrics', 'notifications/quiet', 'platform', 'rich-text'],
  // What it tells whom is asked by random worlds, too.
  'rights/reading.test.ts',
].map((name) => `test/server/${name}`);
/** Each test file is a process that compiles the same modules. */
const compileCache = { NODE_COMPILE_CACHE: join(cache, 'compile') };
/** Other engines open one page after the other; the projects of others are installed and built one after the other. */
const longTimeout = '--test-timeout=840000';
/** Node itself runs one file at a time on two cores; tests wait a third of their time, for disks and for what they start. */
const threeAtOnce = '--test-concurrency=3';
const oneAtOnce = '--test-concurrency=1';

/**
 * @param {(name: string) => string} resultsFile - Where a suite is to write its results.
 * @returns {Step[]} In order: what fails fast comes first, beside what takes long and waits most of the time.
 */
export function steps(resultsFile) {
  return [
    { ...check('build', 'node', 'scripts/build.js'), share: 'all' },
    { ...nodeSuite('faults', resultsFile, [oneAtOnce]), needsBuild: true, share: 'waits' },
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
      ...nodeSuite('server', resultsFile, [threeAtOnce], testsIn('server', { without: [onPostgresAlone] })),
      share: 'all',
      about: `on SQLite; not ${onPostgresAlone}`,
    },
    {
      ...nodeSuite(
        'server-postgres',
        resultsFile,
        [threeAtOnce, '--test-global-setup=test/support/server/postgres-for-all.ts'],
        testsIn('server', { without: [onSqliteAlone, onBothAtOnce, ...onAny] }),
      ),
      share: 'all',
      env: { ...compileCache, PARVIS_TEST_DATABASE: 'postgres' },
      about: `on PostgreSQL; not what is about something else than the database`,
    },
    widgets('widgets'),
    { ...nodeSuite('e2e', resultsFile, [oneAtOnce]), needsBuild: true },
    {
      ...nodeSuite('hosts', resultsFile),
      needsBuild: true,
      share: 'half',
      about: 'in Chromium; npm run test:engines in others',
    },
    { ...nodeSuite('published', resultsFile, [oneAtOnce, longTimeout]), byName: true },
    ...['Firefox', 'WebKit'].map((engine) =>
      inEngine(engine, {
        ...nodeSuite(`hosts-${engine.toLowerCase()}`, resultsFile, [longTimeout], testsIn('hosts')),
        needsBuild: true,
      }),
    ),
    inEngine('Firefox', widgets('widgets-firefox')),
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
 * @param {string[]} [options]
 * @param {Files} [tests] - Those of the folder of that name by default.
 * @returns {Step}
 */
function nodeSuite(name, resultsFile, options = [], tests = testsIn(name)) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/test-results.js',
    `--test-reporter-destination=${resultsFile(name)}`,
  ];
  /** @type {Step['command']} */
  const command = ['node', '--test', '--test-timeout=300000', ...reporters, ...options];
  return { name, kind: 'suite', share: 'one', env: compileCache, command, tests };
}

/**
 * The tests of the widgets run their sources: they need no build.
 *
 * @param {string} name
 * @returns {Step}
 */
function widgets(name) {
  return {
    name,
    kind: 'suite',
    share: 'half',
    command: ['wtr'],
    tests: { ...testsIn('packages'), option: ['--files'] },
  };
}

/**
 * @param {string} engine - Of browsers.
 * @param {Step} step
 * @returns {Step}
 */
function inEngine(engine, step) {
  return { ...step, env: { ...step.env, PARVIS_TEST_ENGINES: engine }, byName: true };
}

/**
 * @param {string} name - Of a folder of tests.
 * @param {{ without?: string[] }} options - Folders and files.
 * @returns {Files}
 */
function testsIn(name, { without = [] } = {}) {
  const folder = `test/${name}`;
  const names = globSync(`${folder}/**/*.test.ts`, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return {
    folder,
    names: names.filter((file) => !without.some((other) => file === other || file.startsWith(`${other}/`))).sort(),
  };
}

/**
 * A suite with some of its tests only.
 *
 * @param {Step} step
 * @param {string[]} paths - Of folders or tests in that of the suite: `comments`, `comments/counting`.
 * @returns {Step} Without tests, where there is nothing of that name.
 */
export function within(step, paths) {
  const { folder = '', names = [], option } = step.tests ?? {};
  const isIn = (/** @type {string} */ file) =>
    paths.some((path) => file === `${folder}/${path}.test.ts` || file.startsWith(`${folder}/${path}/`));
  return { ...step, tests: { folder, names: names.filter(isIn), option } };
}

/**
 * @param {Step} step
 * @returns {Step['command']} With the tests that it runs.
 */
export function commandOf({ command, tests }) {
  return tests ? [...command, ...(tests.option ?? []), ...tests.names] : command;
}
