// Makes the packages as others install them, in dist/packages: npm run pack
import './node-version.js';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { browserPackages, importedFiles, stageBrowserPackage } from './packages/browser-package.js';
import { packagesFolder, readJson, staged } from './packages/package-folder.js';
import { stageServer } from './packages/server-package.js';
import { outcome, run } from './run.js';

await run('node', ['scripts/build.js']);
await rm(packagesFolder, { recursive: true, force: true });
await mkdir(packagesFolder, { recursive: true });

const imported = await importedFiles();
for (const name of browserPackages) await stageBrowserPackage(name, imported);
await stageServer();

for (const name of [...browserPackages, 'server']) {
  const { code, output } = await outcome('npm', [
    'pack',
    staged(name),
    '--pack-destination',
    packagesFolder,
    '--silent',
  ]);
  if (code !== 0) throw new Error(output);
  const { size } = await stat(join(packagesFolder, output.trim()));
  const { exports } = await readJson(join(staged(name), 'package.json'));
  console.log(`${output.trim().padEnd(34)} ${Math.ceil(size / 1024)} KB, ${Object.keys(exports).length} entries`);
}
