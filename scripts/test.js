// Every check and every test, side by side as far as the machine allows: npm test [-- NAME …]
import './node-version.js';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.js';
import { exitCode, outcome } from './run.js';
import { noCounts } from './test-counts.js';
import { inLanes } from './test-lanes.js';
import { steps } from './test-steps.js';

/** @typedef {import('./test-counts.js').Counts} Counts */
/** @typedef {import('./test-steps.js').Step} Step */
/** @typedef {Counts & { name: string, about?: string | undefined, seconds: number }} Result */

const countsFolder = join(cache, 'test-counts');
const longest = 15 * 60_000;
const begin = performance.now();

const chosen = choose(steps(countsFile), process.argv.slice(2));
/** What people wait for is shown as it comes; of steps that go side by side, each is shown once it has ended. */
const isAlone = chosen.filter(({ name }) => name !== 'build').length === 1;
await mkdir(countsFolder, { recursive: true });

let buildFailed = false;
const [first, rest] = [chosen.filter(({ name }) => name === 'build'), chosen.filter(({ name }) => name !== 'build')];
report([...(await inLanes(first, measured)), ...(await inLanes(rest, measured))]);

/** @param {string} name - Of a step. */
function countsFile(name) {
  return join(countsFolder, `${name}.json`);
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function measured(step) {
  const { name, about } = step;
  const start = performance.now();
  const counts = step.needsBuild && buildFailed ? notRun() : await perform(step);
  if (name === 'build') buildFailed = counts.failed.length > 0;
  return { name, about, seconds: (performance.now() - start) / 1000, ...counts };
}

/**
 * @param {Step[]} all
 * @param {string[]} names
 */
function choose(all, names) {
  const unknown = names.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  if (names.length === 0) return all.filter(({ byName }) => !byName);
  const build = all.filter(({ name, needsBuild }) => needsBuild && names.includes(name)).length > 0 ? ['build'] : [];
  return all.filter(({ name }) => [...build, ...names].includes(name));
}

/** @returns {Counts} */
function notRun() {
  return { ...noCounts(), failed: ['not run, because the build failed'] };
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function perform({ name, kind, share, env, command: [tool, ...args] }) {
  await rm(countsFile(name), { force: true });
  const options = { env: { ...env, PARVIS_TEST_COUNTS: countsFile(name) }, timeout: longest };
  const title = `\n──── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`;
  let code;
  if (isAlone || share === 'all') {
    console.log(title);
    code = await exitCode(tool, args, options);
  } else {
    const { code: ended, output } = await outcome(tool, args, options);
    console.log(`${title}\n${output}`);
    code = ended;
  }
  const ended = `ended with code ${code}`;
  if (kind === 'check') return code === 0 ? { ...noCounts(), passed: 1 } : { ...noCounts(), failed: [ended] };

  const counts = await readCounts(name);
  if (counts.failed.length > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: ['ran no test'] };
  // A runner may also fail after its last test, for what came out of no test.
  return code === 0 ? counts : { ...counts, failed: [ended] };
}

/**
 * @param {string} name - Of a step.
 * @returns {Promise<Counts>} Nothing, when the runner ended before it counted.
 */
async function readCounts(name) {
  const text = await readFile(countsFile(name), 'utf8').catch(() => '');
  return text ? JSON.parse(text) : noCounts();
}

/** @param {Result[]} results */
function report(results) {
  console.log(`\n${'─'.repeat(76)}`);
  for (const { name, about, seconds, ...counts } of results) {
    const mark = counts.failed.length > 0 ? '✖' : '✔';
    const line = `${mark} ${name.padEnd(16)} ${summary(counts).padEnd(42)} ${seconds.toFixed(1).padStart(6)} s`;
    console.log(about ? `${line}   ${about}` : line);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const minutes = (performance.now() - begin) / 60_000;
  console.log(`  ${'all of it'.padEnd(59)} ${minutes.toFixed(1).padStart(6)} min`);
  list(results, 'skipped');
  const failed = list(results, 'failed');
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/**
 * Prints the tests of all suites that came to this.
 *
 * @param {Result[]} results
 * @param {'failed' | 'skipped'} kind
 */
function list(results, kind) {
  const tests = results.flatMap((result) => result[kind].map((test) => `${result.name}: ${test}`));
  if (tests.length > 0) console.log(`\n${tests.length} ${kind}:\n${tests.map((test) => `  ${test}`).join('\n')}`);
  return tests;
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
