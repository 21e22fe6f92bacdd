import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { root } from './paths.js';

/**
 * What came of one test.
 *
 * @typedef {object} TestResult
 * @property {string} file - From the root of the project; empty, where it is no test of a file.
 * @property {string} name
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} reason - Why it was skipped, or what was wrong.
 */

/**
 * A reporter for `node --test` that says nothing but the results, as JSON. (Node's own summary counts a file without
 * tests as one that passed.)
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeResults(events) {
  /** @type {TestResult[]} */
  const results = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // The tests of a skipped suite are not reported.
    if (data.details.type === 'suite' && data.skip === undefined) continue;

    const { name, file = '' } = data;
    const isFileWithoutTests = data.nesting === 0 && resolve(name) === file;
    const skip = data.skip ?? data.todo;
    if (skip !== undefined) results.push(skipped(file, name, skip));
    else if (isFileWithoutTests) results.push(failed(file, 'has no test, or broke before them'));
    else if (type === 'test:pass') results.push(passed(file, name));
    else results.push(failed(file, name, data.details.error.cause ?? data.details.error));
  }
  yield JSON.stringify(results);
}

/**
 * The same for Web Test Runner, which says of each file what came of it where there is no screen for a bar.
 *
 * @param {string} resultsFile - Where to write the results.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserResults(resultsFile) {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      if (!process.stdout.isTTY)
        logger.log(`${fromRoot(testFile)}: ${summary(sessionsForTestFile.flatMap(ofSession))}`);
    },
    async stop({ sessions }) {
      await writeFile(resultsFile, JSON.stringify(sessions.flatMap(ofSession)));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSession} session
 * @returns {TestResult[]}
 */
function ofSession({ testFile, testResults, errors }) {
  const all = testResults ? ofSuite(testFile, testResults) : [];
  // A page that broke, or a file without tests: neither may pass for a success.
  if (errors.length > 0) return [...all, failed(testFile, 'broke', errors[0])];
  return all.length > 0 ? all : [failed(testFile, 'has no test')];
}

/**
 * @param {string} file
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {TestResult[]}
 */
function ofSuite(file, { name, tests, suites }) {
  const own = tests.map((test) => {
    // Mocha knows no reasons: a suite that is skipped says it in its name.
    if (test.skipped) return skipped(file, test.name, name);
    return test.passed ? passed(file, test.name) : failed(file, test.name, test.error);
  });
  return [...own, ...suites.flatMap((suite) => ofSuite(file, suite))];
}

/**
 * @param {string} file
 * @param {string} name
 * @returns {TestResult}
 */
export function passed(file, name) {
  return { file: fromRoot(file), name, outcome: 'passed', reason: '' };
}

/**
 * @param {string} file
 * @param {string} name
 * @param {unknown} [reason] - Not said by all runners.
 * @returns {TestResult}
 */
function skipped(file, name, reason) {
  return { file: fromRoot(file), name, outcome: 'skipped', reason: typeof reason === 'string' ? reason : '' };
}

/**
 * @param {string} file
 * @param {string} name
 * @param {unknown} [error]
 * @returns {TestResult}
 */
export function failed(file, name, error) {
  const message = error instanceof Object && 'message' in error ? error.message : error;
  return { file: fromRoot(file), name, outcome: 'failed', reason: firstLine(message) };
}

/** @param {unknown} message */
function firstLine(message) {
  return message ? String(message).trim().replace(/\n.*/s, '') : '';
}

/** @param {string} file */
function fromRoot(file) {
  return file ? relative(root, file) : '';
}

/**
 * For people.
 *
 * @param {TestResult} result
 */
export function describe({ file, name, outcome, reason }) {
  const place = outcome === 'failed' && file ? `${file}: ` : '';
  return `${place}${name}${reason && ` (${reason})`}`;
}

/**
 * @param {TestResult[]} results
 * @param {TestResult['outcome']} outcome
 */
export function those(results, outcome) {
  return results.filter((result) => result.outcome === outcome);
}

/** @param {TestResult[]} results */
export function summary(results) {
  const counts = /** @type {const} */ (['passed', 'failed', 'skipped']).map(
    (outcome) => those(results, outcome).length,
  );
  const [passed, failed, skipped] = counts;
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
