// Every check and every test, side by side as far as the machine allows: npm test [-- NAME …]
import './node-version.js';
import { perform, resultsFile } from './perform-step.js';
import { inLanes } from './test-lanes.js';
import { describe, failed, summary, those } from './test-results.js';
import { steps, within } from './test-steps.js';

/** @typedef {import('./test-results.js').TestResult} TestResult */
/** @typedef {import('./test-steps.js').Step} Step */
/** @typedef {{ name: string, about?: string | undefined, seconds: number, results: TestResult[] }} Outcome */

const begin = performance.now();

const chosen = choose(steps(resultsFile), process.argv.slice(2));
/** What people wait for is shown as it comes; of steps that go side by side, each is shown once it has ended. */
const isAlone = chosen.filter(({ name }) => name !== 'build').length === 1;

let buildFailed = false;
const [first, rest] = [chosen.filter(({ name }) => name === 'build'), chosen.filter(({ name }) => name !== 'build')];
report([...(await inLanes(first, measured)), ...(await inLanes(rest, measured))]);

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function measured(step) {
  const { name, about, share } = step;
  const start = performance.now();
  const results =
    step.needsBuild && buildFailed
      ? [failed('', 'not run, because the build failed')]
      : await perform(step, isAlone || share === 'all' ? 'live' : 'after');
  if (name === 'build') buildFailed = those(results, 'failed').length > 0;
  return { name, about, seconds: (performance.now() - start) / 1000, results };
}

/**
 * @param {Step[]} all
 * @param {string[]} names - Each may say which of its tests: `widgets/like-button`.
 */
function choose(all, names) {
  if (names.length === 0) return all.filter(({ byName }) => !byName);
  const chosen = all.flatMap((step) => {
    const own = names.filter((name) => name.split('/', 1)[0] === step.name);
    if (own.length === 0) return [];
    return own.includes(step.name)
      ? step
      : within(
          step,
          own.map((name) => name.slice(step.name.length + 1)),
        );
  });
  const empty = chosen.filter(({ tests }) => tests?.names.length === 0).map(({ name }) => name);
  const unknown = names.filter((name) => !chosen.some((step) => step.name === name.split('/', 1)[0]));
  if (unknown.length > 0)
    refuse(`No step ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
  if (empty.length > 0) refuse(`No such test of ${empty.join(', ')}: ${names.join(', ')}.`);
  const build = all.filter(({ name }) => name === 'build' && !names.includes(name));
  return chosen.some(({ needsBuild }) => needsBuild) ? [...build, ...chosen] : chosen;
}

/**
 * @param {string} reason
 * @returns {never}
 */
function refuse(reason) {
  console.error(reason);
  process.exit(1);
}

/** @param {Outcome[]} outcomes */
function report(outcomes) {
  console.log(`\n${'─'.repeat(76)}`);
  for (const { name, about, seconds, results } of outcomes) {
    const mark = those(results, 'failed').length > 0 ? '✖' : '✔';
    const line = `${mark} ${name.padEnd(16)} ${summary(results).padEnd(42)} ${seconds.toFixed(1).padStart(6)} s`;
    console.log(about ? `${line}   ${about}` : line);
  }
  const passed = outcomes.reduce((sum, { results }) => sum + those(results, 'passed').length, 0);
  const minutes = (performance.now() - begin) / 60_000;
  console.log(`  ${'all of it'.padEnd(59)} ${minutes.toFixed(1).padStart(6)} min`);
  list(outcomes, 'skipped');
  const failed = list(outcomes, 'failed');
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/**
 * Prints the tests of all suites that came to this.
 *
 * @param {Outcome[]} outcomes
 * @param {'failed' | 'skipped'} kind
 */
function list(outcomes, kind) {
  const tests = outcomes.flatMap(({ name, results }) =>
    those(results, kind).map((test) => `${name}: ${describe(test)}`),
  );
  if (tests.length > 0) console.log(`\n${tests.length} ${kind}:\n${tests.map((test) => `  ${test}`).join('\n')}`);
  return tests;
}
