import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** What the server hands to browsers. */
export const bundles = join(root, 'dist/browser');

/** What only the next run of a script needs. */
export const cache = join(root, '.cache');

/** @param {string[]} parts */
export const fromRoot = (...parts) => join(root, ...parts);
