import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.js';

/**
 * A file of the bundle as `npm run size` needs to know it.
 *
 * @typedef {import('./chunk-graph.js').Chunk & { size: number, brotli: number, modules: string[] }} ChunkRecord - Sizes
 * in bytes, as plain text and in Brotli, quality 11; modules by path.
 */

/** @typedef {Record<string, ChunkRecord>} BundleRecord */

const path = join(cache, 'bundle.json');

/** @param {BundleRecord} record */
export async function writeBundleRecord(record) {
  await mkdir(cache, { recursive: true });
  await writeFile(path, JSON.stringify(record, null, 2));
}

/** @returns {Promise<BundleRecord>} */
export async function readBundleRecord() {
  return JSON.parse(await readFile(path, 'utf8'));
}
