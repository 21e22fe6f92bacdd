/**
 * Plants faults in the policies, one at a time, and says which of them no test finds: `npm run test:policies`. Each line that
 * decides something is turned round; then the tests of rights are run, and where these pass, those of the modules.
 * Works on the tree as it is, and puts each file back. All of them take an hour or more: `-- --every 5` plants each fifth,
 * `-- --only groups` those of some files.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, every: { type: 'string', default: '1' } },
});

const files = [
  ...globSync('server/src/modules/*/*-policy.ts'),
  'server/src/modules/subjects/readers/page-rule.ts',
  'server/src/platform/audience.ts',
  'server/src/platform/readable.ts',
].filter((file) => file.includes(values.only));

/** What a line is turned into.
 * @type {readonly (readonly [RegExp, string])[]} */
const faults = [
  [/(?<![=!])===/, '!=='],
  [/!==/, '==='],
  [/&&/, '||'],
  [/\|\|/, '&&'],
  [/\? (null|'[A-Z_]+') : (null|'[A-Z_]+')/, '? $2 : $1'],
  [/return null;/, "return 'FORBIDDEN';"],
  [/return '[A-Z_]+';/, 'return null;'],
  [/return true;/, 'return false;'],
  [/return false;/, 'return true;'],
  [/if \(!(\w)/, 'if ($1'],
  [/if \((?!!)(\w+)\)/, 'if (!$1)'],
  [/return (is\w+|can\w+)\(/, 'return !$1('],
  [/<=/, '>'],
];

/** What finds most is first. */
const suites = [
  ['test/server/rights/random-groups.test.ts'],
  ['test/server/rights/writing.test.ts', 'test/server/rights/random-pages.test.ts'],
  [
    'test/server/rights/signed-out.test.ts',
    'test/server/rights/reading.test.ts',
    'test/server/groups/**/*.test.ts',
    'test/server/passes/grants.test.ts',
  ],
  [
    'test/server/{subjects,comments,posts,walls,polls,reactions,follows,people}/**/*.test.ts',
    'test/server/events/rights.test.ts',
  ],
];

/** @type {string[]} */
const missed = [];
let possible = 0;
let planted = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (/^\s*(\/?\*|\/\/|import|export type)/.test(line)) continue;
    for (const [pattern, replacement] of faults) {
      if (!pattern.test(line)) continue;
      possible += 1;
      if (possible % Number(values.every) !== 0) continue;
      planted += 1;
      const faulty = lines.with(index, line.replace(pattern, replacement)).join('\n');
      writeFileSync(file, faulty);
      const isFound = await anyFails();
      writeFileSync(file, text);
      console.log(`${planted} ${file}:${index + 1} ${isFound ? 'found' : 'MISSED'}`);
      if (isFound) continue;
      missed.push(`${file}:${index + 1}: ${line.trim()} → ${line.replace(pattern, replacement).trim()}`);
      console.log(missed.at(-1));
    }
  }
}
console.log(`${planted} faults planted, ${planted - missed.length} found, ${missed.length} not.`);
process.exitCode = missed.length > planted * 0.05 ? 1 : 0;

async function anyFails() {
  for (const suite of suites) if (!(await passes(suite))) return true;
  return false;
}

/**
 * @param {readonly string[]} suite
 * @returns {Promise<boolean>} False as soon as one test fails.
 */
async function passes(suite) {
  const files = suite.flatMap((pattern) => globSync(pattern));
  const run = spawn(process.execPath, ['--test', '--test-reporter=tap', '--test-concurrency=2', ...files], {
    env: { ...process.env, PARVIS_TEST_WORLDS: '40' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 1_200_000,
    detached: true,
  });
  const ended = once(run, 'exit');
  for await (const line of createInterface({ input: run.stdout })) {
    if (!/^\s*not ok/.test(line)) continue;
    // With the processes of its tests.
    process.kill(-(/** @type {number} */ (run.pid)), 'SIGKILL');
    break;
  }
  const [status, signal] = await ended;
  // A fault that makes tests hang is found, too; one that is only slow is not.
  if (signal === 'SIGTERM') console.log('no answer in 20 minutes');
  return status === 0;
}
