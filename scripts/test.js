// Every check and every test, one after the other: npm test [-- NAME …]
import './node-version.js';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.js';
import { exitCode } from './run.js';
import { steps } from './test-steps.js';

/** @typedef {import('./test-counts.js').Counts} Counts */
/** @typedef {import('./test-steps.js').Step} Step */

const countsFile = join(cache, 'test-counts.json');
const longest = 15 * 60_000;

const chosen = choose(steps(countsFile), process.argv.slice(2));
await mkdir(cache, { recursive: true });

/** @type {(Counts & { name: string, seconds: number })[]} */
const results = [];
for (const step of chosen) {
  console.log(`\n──── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
  const start = performance.now();
  const buildFailed = results.some(({ name, failed }) => name === 'build' && failed > 0);
  const counts = step.needsBuild && buildFailed ? notRun() : await perform(step);
  results.push({ name: step.name, seconds: (performance.now() - start) / 1000, ...counts });
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
  console.error('Not run, because the build failed.');
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function perform({ name, kind, command: [tool, ...args] }) {
  await rm(countsFile, { force: true });
  const code = await exitCode(tool, args, { env: { PARVIS_TEST_COUNTS: countsFile }, timeout: longest });
  if (kind === 'check') return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };

  const counts = await readCounts();
  if (counts.passed + counts.failed === 0) {
    console.error(`The suite ${name} ran no test.`);
    return { ...counts, failed: 1 };
  }
  // A runner may also fail after its last test, for what came out of no test.
  if (code !== 0 && counts.failed === 0) {
    console.error(`The suite ${name} ended with code ${code}.`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

/** @returns {Promise<Counts>} Nothing, when the runner ended before it counted. */
async function readCounts() {
  const text = await readFile(countsFile, 'utf8').catch(() => '');
  return text ? JSON.parse(text) : { passed: 0, failed: 0, skipped: 0 };
}

function report() {
  console.log(`\n${'─'.repeat(76)}`);
  for (const { name, passed, failed, skipped, seconds } of results) {
    const mark = failed > 0 ? '✖' : '✔';
    console.log(
      `${mark} ${name.padEnd(14)} ${summary({ passed, failed, skipped }).padEnd(44)} ${seconds.toFixed(1)} s`,
    );
  }
  const sum = (/** @type {keyof Counts} */ key) => results.reduce((total, result) => total + result[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${summary(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
