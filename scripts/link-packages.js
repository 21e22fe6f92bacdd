import { existsSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { fromRoot } from './paths.js';

/** Links the packages that have come since `npm ci`, as npm does: after a pull they are found without another one. */
export async function linkPackages() {
  for (const name of await readdir(fromRoot('packages'))) {
    const link = fromRoot('node_modules/@parvis', name);
    if (!existsSync(link)) await symlink(`../../packages/${name}`, link, 'junction');
  }
}
