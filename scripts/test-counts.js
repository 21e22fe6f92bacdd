import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * What a suite of tests came to.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * A reporter for `node --test` that says nothing but the counts, as JSON. (Node's own summary counts a file without
 * tests as one that passed.)
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeCounts(events) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details.type === 'suite') continue;

    const isFileWithoutTests = data.nesting === 0 && data.file !== undefined && resolve(data.name) === data.file;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass' && !isFileWithoutTests) counts.passed += 1;
    else counts.failed += 1;
    if (isFileWithoutTests) console.error(`${data.name} has no test.`);
  }
  yield JSON.stringify(counts);
}

/**
 * The same for Web Test Runner.
 *
 * @param {string} file - Where to write the counts.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserCounts(file) {
  return {
    async stop({ sessions }) {
      /** @type {Counts} */
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testFile, testResults, errors } of sessions) {
        const before = { ...counts };
        if (testResults) countSuite(testResults, counts);
        // A page that broke, or a file without tests: neither may pass for a success.
        const ran = counts.passed + counts.failed + counts.skipped > before.passed + before.failed + before.skipped;
        if (errors.length > 0 || !ran) counts.failed += 1;
        if (!ran) console.error(`${testFile} has no test.`);
      }
      await writeFile(file, JSON.stringify(counts));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {Counts} counts
 */
function countSuite({ tests, suites }, counts) {
  for (const { passed, skipped } of tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const suite of suites) countSuite(suite, counts);
}
