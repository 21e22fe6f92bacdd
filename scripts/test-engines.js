// The pages of strangers in Firefox and WebKit, and the widgets in Firefox: npm run test:engines
import './node-version.js';
import { firefoxEngine } from '../test/support/hosts/puppeteer-engine.ts';
import { webkitEngine } from '../test/support/hosts/webkit-engine.ts';
import { perform, resultsFile } from './perform-step.js';
import { run } from './run.js';
import { inLanes } from './test-lanes.js';
import { describe, summary, those } from './test-results.js';
import { steps } from './test-steps.js';

/** @typedef {import('./test-results.js').TestResult} TestResult */

const missing = [firefoxEngine, webkitEngine].flatMap((engine) => engine.missing ?? []);
if (missing.length > 0) {
  console.error(`Engines are missing here:\n${missing.map((what) => `  ${what}`).join('\n')}`);
  process.exit(1);
}
await run('node', ['scripts/build.js']);

/** What takes longest comes first: two go side by side. */
const names = ['widgets-firefox', 'hosts-webkit', 'hosts-firefox'];
const all = steps(resultsFile);
const chosen = names.flatMap((name) => all.find((step) => step.name === name) ?? []);
const [widgets = [], webkit = [], firefox = []] = await inLanes(chosen, (step) => perform(step, 'named'));

printPages({ Firefox: firefox, WebKit: webkit });
printFiles(widgets);
const suites = Object.entries({ 'hosts-firefox': firefox, 'hosts-webkit': webkit, 'widgets-firefox': widgets });
for (const kind of /** @type {const} */ (['skipped', 'failed'])) {
  const lines = suites.flatMap(([name, ofSuite]) => those(ofSuite, kind).map((one) => `  ${name}: ${describe(one)}`));
  if (lines.length > 0) console.log(`\n${lines.length} ${kind}:\n${lines.join('\n')}`);
}
const results = suites.flatMap(([, ofSuite]) => ofSuite);
console.log(`\n${summary(results)}`);
process.exitCode = those(results, 'failed').length > 0 ? 1 : 0;

/**
 * Prints what came of each page in each engine.
 *
 * @param {Record<string, TestResult[]>} byEngine
 */
function printPages(byEngine) {
  const engines = Object.entries(byEngine);
  const pages = new Set(engines.flatMap(([, results]) => results.map(({ name }) => name)));
  const row = (/** @type {string[]} */ [name = '', ...cells]) =>
    [name.padEnd(24), ...cells.map((cell) => cell.padEnd(10))].join('').trimEnd();

  console.log(`\n${row(['page', ...engines.map(([engine]) => engine)])}`);
  for (const page of pages) {
    const ofPage = engines.map(([, results]) => results.find(({ name }) => name === page));
    console.log(row([page, ...ofPage.map((result) => result?.outcome ?? 'not run')]));
    for (const reason of new Set(ofPage.map((result) => result?.reason))) if (reason) console.log(`    ${reason}`);
  }
}

/**
 * Prints what came of each file of tests.
 *
 * @param {TestResult[]} results
 */
function printFiles(results) {
  console.log('\nwidgets in Firefox');
  for (const [file, ofFile] of Map.groupBy(results, (result) => result.file))
    console.log(`${file.padEnd(68)} ${summary(ofFile)}`);
}
