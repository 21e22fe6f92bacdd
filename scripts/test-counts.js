import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { root } from './paths.js';

/**
 * What a suite of tests came to.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {string[]} failed - File, name, and what was wrong.
 * @property {string[]} skipped - Their names, each with the reason.
 */

/** @returns {Counts} Of no test at all. */
export function noCounts() {
  return { passed: 0, failed: [], skipped: [] };
}

/**
 * A reporter for `node --test` that says nothing but the counts, as JSON. (Node's own summary counts a file without
 * tests as one that passed.)
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeCounts(events) {
  const counts = noCounts();
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // Of a suite that is skipped, no test is told.
    if (data.details.type === 'suite' && data.skip === undefined) continue;

    const { name, file = '' } = data;
    const isFileWithoutTests = data.nesting === 0 && resolve(name) === file;
    const reason = data.skip ?? data.todo;
    if (reason !== undefined) counts.skipped.push(typeof reason === 'string' ? `${name} (${reason})` : name);
    else if (isFileWithoutTests) counts.failed.push(failure(file, 'has no test, or broke before them'));
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed.push(failure(file, name, data.details.error.cause ?? data.details.error));
  }
  yield JSON.stringify(counts);
}

/**
 * The same for Web Test Runner.
 *
 * @param {string} countsFile - Where to write the counts.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserCounts(countsFile) {
  return {
    async stop({ sessions }) {
      const counts = noCounts();
      for (const { testFile, testResults, errors } of sessions) {
        const before = counted(counts);
        if (testResults) countSuite(testFile, testResults, counts);
        // A page that broke, or a file without tests: neither may pass for a success.
        if (errors.length > 0) counts.failed.push(failure(testFile, 'broke', errors[0]));
        else if (counted(counts) === before) counts.failed.push(failure(testFile, 'has no test'));
      }
      await writeFile(countsFile, JSON.stringify(counts));
    },
  };
}

/**
 * @param {string} file
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {Counts} counts
 */
function countSuite(file, { tests, suites }, counts) {
  for (const { name, passed, skipped, error } of tests) {
    if (skipped) counts.skipped.push(name);
    else if (passed) counts.passed += 1;
    else counts.failed.push(failure(file, name, error));
  }
  for (const suite of suites) countSuite(file, suite, counts);
}

/** @param {Counts} counts */
function counted({ passed, failed, skipped }) {
  return passed + failed.length + skipped.length;
}

/**
 * @param {string} file
 * @param {string} name - Of the test.
 * @param {unknown} [error]
 */
function failure(file, name, error) {
  const message = error instanceof Object && 'message' in error ? error.message : error;
  const problem = message ? ` (${String(message).trim().split('\n', 1)[0]})` : '';
  return `${relative(root, file)}: ${name}${problem}`;
}
