import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * What a suite of tests came to.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped - Their names, each with the reason.
 */

/**
 * A reporter for `node --test` that says nothing but the counts, as JSON. (Node's own summary counts a file without
 * tests as one that passed.)
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeCounts(events) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // Of a suite that is skipped, no test is told.
    if (data.details.type === 'suite' && data.skip === undefined) continue;

    const isFileWithoutTests = data.nesting === 0 && data.file !== undefined && resolve(data.name) === data.file;
    const reason = data.skip ?? data.todo;
    if (reason !== undefined) counts.skipped.push(typeof reason === 'string' ? `${data.name} (${reason})` : data.name);
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
      const counts = { passed: 0, failed: 0, skipped: [] };
      for (const { testFile, testResults, errors } of sessions) {
        const before = counted(counts);
        if (testResults) countSuite(testResults, counts);
        // A page that broke, or a file without tests: neither may pass for a success.
        const ran = counted(counts) > before;
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
  for (const { name, passed, skipped } of tests) {
    if (skipped) counts.skipped.push(name);
    else counts[passed ? 'passed' : 'failed'] += 1;
  }
  for (const suite of suites) countSuite(suite, counts);
}

/** @param {Counts} counts */
function counted({ passed, failed, skipped }) {
  return passed + failed + skipped.length;
}
