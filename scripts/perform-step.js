import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cache } from './paths.js';
import { exitCode, outcome } from './run.js';
import { failed, passed, those } from './test-results.js';
import { commandOf } from './test-steps.js';

/** @typedef {import('./test-results.js').TestResult} TestResult */
/** @typedef {import('./test-steps.js').Step} Step */

/**
 * How one sees what a step writes: as it comes, as it comes with the name of the step before each line, or all of it once
 * the step has ended.
 *
 * @typedef {'live' | 'named' | 'after'} Show
 */

const resultsFolder = join(cache, 'test-results');
const longest = 15 * 60_000;

/** @param {string} name - Of a step. */
export function resultsFile(name) {
  return join(resultsFolder, `${name}.json`);
}

/**
 * Runs a step to its end, but not longer than any of them may take.
 *
 * @param {Step} step
 * @param {Show} show
 * @returns {Promise<TestResult[]>}
 */
export async function perform(step, show) {
  const { name, kind, env } = step;
  await mkdir(resultsFolder, { recursive: true });
  await rm(resultsFile(name), { force: true });
  const options = { env: { ...env, PARVIS_TEST_RESULTS: resultsFile(name) }, timeout: longest };
  const code = await shown[show](name, commandOf(step), options);
  const ended = failed('', `ended with code ${code}`);
  if (kind === 'check') return [code === 0 ? passed('', name) : ended];

  const results = await readResults(name);
  if (those(results, 'failed').length > 0) return results;
  if (those(results, 'passed').length === 0) return [...results, failed('', 'ran no test')];
  // A runner may also fail after its last test, for what came out of no test.
  return code === 0 ? results : [...results, ended];
}

/**
 * Each runs a command, and answers its exit code.
 *
 * @type {Record<Show, (name: string, command: Step['command'], options: import('node:child_process').SpawnOptions) => Promise<number>>}
 */
const shown = {
  live(name, [tool, ...args], options) {
    console.log(title(name));
    return exitCode(tool, args, options);
  },
  async named(name, [tool, ...args], options) {
    const onLine = (/** @type {string} */ line) => {
      // What moves the cursor would spoil the lines of another step.
      const text = stripVTControlCharacters(line).trimEnd();
      if (text) console.log(`${name.padEnd(16)} ${text}`);
    };
    const { code } = await outcome(tool, args, options, onLine);
    return code;
  },
  async after(name, [tool, ...args], options) {
    const { code, output } = await outcome(tool, args, options);
    console.log(`${title(name)}\n${output}`);
    return code;
  },
};

/** @param {string} name - Of a step. */
function title(name) {
  return `\n──── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`;
}

/**
 * @param {string} name - Of a step.
 * @returns {Promise<TestResult[]>} None, when the runner ended before it wrote them.
 */
async function readResults(name) {
  const text = await readFile(resultsFile(name), 'utf8').catch(() => '');
  return text ? JSON.parse(text) : [];
}
