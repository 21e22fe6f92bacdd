import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../paths.js';

/** Where packages are put together, and their tarballs beside them. */
export const packagesFolder = fromRoot('dist/packages');

/** @param {string} name - Of a package, without our scope. */
export const staged = (name) => join(packagesFolder, name);

/**
 * Copies what every package has.
 *
 * @param {string} source - The folder of the package in the repository.
 * @param {string} folder
 */
export async function common(source, folder) {
  await copyFile(fromRoot('LICENSE'), join(folder, 'LICENSE'));
  await copyFile(join(source, 'README.md'), join(folder, 'README.md'));
  // There is none before the first release.
  const changelog = join(source, 'CHANGELOG.md');
  if (existsSync(changelog)) await copyFile(changelog, join(folder, 'CHANGELOG.md'));
}

/**
 * Writes package.json; what npm packs says no more where it is packed.
 *
 * @param {string} folder
 * @param {Record<string, unknown>} description
 */
export async function writeDescription(folder, description) {
  await writeJson(join(folder, 'package.json'), { ...description, publishConfig: { access: 'public' } });
}

/**
 * @param {string} file
 * @returns {Promise<any>}
 */
export async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * @param {string} file
 * @param {unknown} content
 */
export async function writeJson(file, content) {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}
