// Runs one of the benchmarks in test/bench: npm run bench -- NAME [OPTIONS]
import './node-version.js';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fromRoot } from './paths.js';
import { run } from './run.js';

const [name = '', ...options] = process.argv.slice(2);
const file = fromRoot(`test/bench/${name}.ts`);

if (name && existsSync(file)) {
  await run('node', [file, ...options]);
} else {
  const files = await readdir(fromRoot('test/bench')).catch(() => []);
  const names = files.filter((entry) => entry.endsWith('.ts')).map((entry) => entry.replace('.ts', ''));
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(there is none yet)'}.`);
  process.exitCode = 1;
}
