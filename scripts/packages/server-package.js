import { chmod, copyFile, cp, glob, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundles, fromRoot } from '../paths.js';
import { run } from '../run.js';
import { stageDemo } from './demo-folder.js';
import { common, readJson, staged, writeDescription } from './package-folder.js';

/** Puts together what npm packs of the server: compiled, because Node strips no types below `node_modules`. */
export async function stageServer() {
  const folder = staged('server');
  const source = fromRoot('server');
  await run('tsc', ['--project', join(source, 'tsconfig.build.json')]);
  for await (const file of glob('**/*.json', { cwd: join(source, 'src') })) {
    await copyFile(join(source, 'src', file), join(folder, 'dist', file));
  }
  await mkdir(join(folder, 'bin'), { recursive: true });
  await copyFile(join(source, 'bin/parvis'), join(folder, 'bin/parvis'));
  await chmod(join(folder, 'bin/parvis'), 0o755);
  // Maps are for people who look into a server of their own.
  await cp(bundles, join(folder, 'browser'), { recursive: true, filter: (file) => !file.endsWith('.map') });
  await stageDemo(join(folder, 'demo'));

  const description = await readJson(join(source, 'package.json'));
  const exports = { './package.json': './package.json' };
  await writeDescription(folder, {
    ...description,
    files: ['bin', 'dist', 'browser', 'demo', 'CHANGELOG.md'],
    exports,
  });
  await common(source, folder);
}
