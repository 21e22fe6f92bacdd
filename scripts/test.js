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

/** @type {(Counts & { name: string, about?: string, seconds: number })[]} */
const results = [];
for (const step of chosen) {
  console.log(`\n──── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
  const start = performance.now();
  const buildFailed = results.some(({ name, failed }) => name === 'build' && failed > 0);
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
  console.error('Not run, because the build failed.');
  return { passed: 0, failed: 1, skipped: [] };
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function perform({ name, kind, env, command: [tool, ...args] }) {
  await rm(countsFile, { force: true });
  const code = await exitCode(tool, args, {
    env: { ...env, PARVIS_TEST_COUNTS: countsFile },
    timeout: longest,
  });
  if (kind === 'check') return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };

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
  return text ? JSON.parse(text) : { passed: 0, failed: 0, skipped: [] };
}

function report() {
  console.log(`\n${'─'.repeat(76)}`);
  for (const { name, about, seconds, ...counts } of results) {
    const mark = counts.failed > 0 ? '✖' : '✔';
    const line = `${mark} ${name.padEnd(16)} ${summary(counts).padEnd(42)} ${seconds.toFixed(1).padStart(6)} s`;
    console.log(about ? `${line}   ${about}` : line);
  }
  const skipped = results.flatMap((result) => result.skipped.map((test) => `${result.name}: ${test}`));
  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((test) => `  ${test}\n`).join('')}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${summary({ passed, failed, skipped })}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
