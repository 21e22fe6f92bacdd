import { readdirSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromRoot } from '../paths.js';
import { frameworkFiles } from './framework-files.js';
import { manifestOf } from './manifest.js';
import { common, readJson, staged, writeDescription, writeJson } from './package-folder.js';
import { isForOurBuild, publicTypes, withoutMap } from './public-types.js';

/** The packages of the browser, by their folders. */
export const browserPackages = readdirSync(fromRoot('packages')).sort();

/**
 * Puts together what npm packs of a package of the browser, from its `dist`.
 *
 * @param {string} name - Of its folder in `packages/`.
 * @param {Set<string>} imported - What our packages import of each other: see `importedFiles`.
 */
export async function stageBrowserPackage(name, imported) {
  const folder = staged(name);
  const source = fromRoot('packages', name);
  for (const file of await compiledFiles(source)) {
    const text = await readFile(join(source, file), 'utf8');
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(
      join(folder, file),
      file.endsWith('.d.ts') ? publicTypes(join(source, file), text) : withoutMap(text),
    );
  }

  const { exports: own, ...description } = await readJson(join(source, 'package.json'));
  const prefix = `${description.name}/`;
  /** @type {Record<string, unknown>} */
  const exports = { '.': own['.'].default };
  for (const path of [...imported].sort()) {
    if (path.startsWith(prefix)) exports[`./${path.slice(prefix.length)}`] = `./dist/${path.slice(prefix.length)}`;
  }

  const manifest = await manifestOf(name);
  const files = ['dist', 'CHANGELOG.md'];
  if (manifest.modules.length > 0) {
    await writeJson(join(folder, 'custom-elements.json'), manifest);
    Object.assign(description, { customElements: 'custom-elements.json' });
    files.push('custom-elements.json');
    exports['./custom-elements.json'] = './custom-elements.json';
  }
  if (name === 'loader') {
    for (const [file, { text, entry }] of Object.entries(await frameworkFiles())) {
      await writeFile(join(folder, file), text);
      files.push(file);
      exports[entry] = file.endsWith('.d.ts') ? { types: `./${file}` } : `./${file}`;
    }
    Object.assign(description, { peerDependencies: { react: '>=19', vue: '>=3.3' } });
    Object.assign(description, { peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } } });
  }
  exports['./package.json'] = './package.json';
  await writeDescription(folder, { ...description, files, exports });
  await common(source, folder);
}

/**
 * The files that our packages import of each other, as `@parvis/core/client/start.js`. They are the public face of a
 * package beside its index: whatever else is in it may change with any version.
 */
export async function importedFiles() {
  /** @type {Set<string>} */
  const imported = new Set();
  for (const name of browserPackages) {
    const source = fromRoot('packages', name);
    for (const file of await compiledFiles(source)) {
      const text = await readFile(join(source, file), 'utf8');
      for (const [, path = ''] of text.matchAll(/['"](@parvis\/[\w-]+\/[\w/-]+\.js)['"]/g)) imported.add(path);
    }
  }
  return imported;
}

/**
 * What the compiler made of the sources that there are: in `dist` there is also what it made of former ones.
 *
 * @param {string} source - The folder of a package.
 */
async function compiledFiles(source) {
  const sources = await Array.fromAsync(glob('src/**/*.ts', { cwd: source }));
  return sources
    .map((file) => file.replace(/^src/, 'dist').replace(/\.ts$/, ''))
    .flatMap((file) => [`${file}.js`, `${file}.d.ts`])
    .filter((file) => !isForOurBuild(file));
}
