// Every check and every test, one after the other: npm test [-- NAME …]
import './node-version.js';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.js';
import { exitCode } from './run.js';
import { noCounts } from './test-counts.js';
import { steps } from './test-steps.js';

/** @typedef {import('./test-counts.js').Counts} Counts */
/** @typedef {import('./test-steps.js').Step} Step */

const countsFile = join(cache, 'test-counts.json');
const longest = 15 * 60_000;

const chosen = choose(steps(countsFile), process.argv.slice(2));
await mkdir(cache, { recursive: true });

/** @type {(Counts & { name: string, about?: string, seconds: number })[]} */
const results = [];
for (const step of chosen) {
  console.log(`\n──── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
  const start = performance.now();
  const buildFailed = results.some(({ name, failed }) => name === 'build' && failed.length > 0);
  const counts = step.needsBuild && buildFailed ? notRun() : await perform(step);
  results.push({ name: step.name, about: step.about, seconds: (performance.now() - start) / 1000, ...counts });
}
report();

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
  if (names.length === 0) return all;
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
async function perform({ kind, env, command: [tool, ...args] }) {
  await rm(countsFile, { force: true });
  const code = await exitCode(tool, args, {
    env: { ...env, PARVIS_TEST_COUNTS: countsFile },
    timeout: longest,
  });
  const ended = `ended with code ${code}`;
  if (kind === 'check') return code === 0 ? { ...noCounts(), passed: 1 } : { ...noCounts(), failed: [ended] };

  const counts = await readCounts();
  if (counts.failed.length > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: ['ran no test'] };
  // A runner may also fail after its last test, for what came out of no test.
  return code === 0 ? counts : { ...counts, failed: [ended] };
}

/** @returns {Promise<Counts>} Nothing, when the runner ended before it counted. */
async function readCounts() {
  const text = await readFile(countsFile, 'utf8').catch(() => '');
  return text ? JSON.parse(text) : noCounts();
}

function report() {
  console.log(`\n${'─'.repeat(76)}`);
  for (const { name, about, seconds, ...counts } of results) {
    const mark = counts.failed.length > 0 ? '✖' : '✔';
    const line = `${mark} ${name.padEnd(16)} ${summary(counts).padEnd(42)} ${seconds.toFixed(1).padStart(6)} s`;
    console.log(about ? `${line}   ${about}` : line);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  list('skipped');
  const failed = list('failed');
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/**
 * Prints the tests of all suites that came to this.
 *
 * @param {'failed' | 'skipped'} outcome
 */
function list(outcome) {
  const tests = results.flatMap((result) => result[outcome].map((test) => `${result.name}: ${test}`));
  if (tests.length > 0) console.log(`\n${tests.length} ${outcome}:\n${tests.map((test) => `  ${test}`).join('\n')}`);
  return tests;
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
