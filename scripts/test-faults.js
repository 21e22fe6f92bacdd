// The long form of the fault tests, of which the figures are: npm run test:faults [-- NAME …]
import './node-version.js';
import { fromRoot } from './paths.js';
import { exitCode, run } from './run.js';

const longest = 2 * 60 * 60_000;

const names = process.argv.slice(2);
const files = names.length > 0 ? names.map((name) => `test/faults/${name}.test.ts`) : ['test/faults/**/*.test.ts'];

await run('node', [fromRoot('scripts/build.js')]);
process.exitCode = await exitCode(
  'node',
  ['--test', '--test-concurrency=1', `--test-timeout=${longest}`, '--test-reporter=spec', ...files],
  { env: { PARVIS_FAULTS: 'long' } },
);
