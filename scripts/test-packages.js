// The packages as others get them: packed, looked at, installed, built with and opened: npm run test:packages
import './node-version.js';
import { perform, resultsFile } from './perform-step.js';
import { run } from './run.js';
import { describe, summary, those } from './test-results.js';
import { steps } from './test-steps.js';

await run('node', ['scripts/pack.js']);
const step = steps(resultsFile).find(({ name }) => name === 'published');
const results = step ? await perform(step, 'live') : [];
for (const test of those(results, 'failed')) console.log(describe(test));
console.log(`\n${summary(results)}`);
process.exitCode = those(results, 'passed').length > 0 && those(results, 'failed').length === 0 ? 0 : 1;
