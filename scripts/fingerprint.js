import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { fromRoot, root } from './paths.js';

/**
 * A hash of the names and contents of files. Times are left out: they change with every checkout.
 *
 * @param {string[]} patterns - Globs from the root of the tree.
 */
export async function fingerprint(patterns) {
  const hash = createHash('sha256').update(process.version);
  for (const file of await filesOf(patterns)) hash.update(`${file}\0`).update(await readFile(fromRoot(file)));
  return hash.digest('hex');
}

/** @param {string[]} patterns */
async function filesOf(patterns) {
  const files = [];
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(`${entry.parentPath}/${entry.name}`.slice(root.length + 1).replaceAll('\\', '/'));
  }
  return files.sort();
}
