// Builds what browsers load: npm run build [-- --force]
import './node-version.js';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.js';
import { linkPackages } from './link-packages.js';
import { bundles, cache } from './paths.js';
import { run } from './run.js';

const inputs = [
  'packages/*/src/**/*',
  'packages/*/{package,tsconfig}.json',
  'tsconfig.{base,packages}.json',
  'rollup.config.js',
  'scripts/{bundle-record,chunk-graph,widget-documents}.js',
  'scripts/rollup/*',
  'package-lock.json',
];
const stamp = join(cache, 'build.sha256');

const current = await fingerprint(inputs);
const built = await readFile(stamp, 'utf8').catch(() => undefined);
const upToDate = current === built && existsSync(join(bundles, 'parvis.js')) && !process.argv.includes('--force');

if (!upToDate) {
  console.log('Building the widgets …');
  await linkPackages();
  await run('tsc', ['-b', 'packages/loader']);
  await run('rollup', ['--config', '--silent']);
  await mkdir(cache, { recursive: true });
  await writeFile(stamp, current);
}
