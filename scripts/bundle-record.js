import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.js';

/**
 * A file of the bundle as `npm run size` needs to know it.
 *
 * @typedef {object} ChunkRecord
 * @property {number} size - Bytes as plain text.
 * @property {number} brotli - Bytes in Brotli, quality 11.
 * @property {string | null} facadeModuleId - The module that the chunk was made for, if it was made for one.
 * @property {string[]} imports - What it cannot run without.
 * @property {string[]} dynamicImports - What it may ask for later.
 */

/** @typedef {Record<string, ChunkRecord>} BundleRecord */

const path = join(cache, 'bundle.json');

/**
 * @param {import('rollup').OutputChunk[]} chunks
 * @param {Map<string, number>} sizes - Bytes in Brotli by file name.
 * @returns {BundleRecord}
 */
export function bundleRecord(chunks, sizes) {
  return Object.fromEntries(
    chunks.map(({ fileName, code, facadeModuleId, imports, dynamicImports }) => [
      fileName,
      { size: Buffer.byteLength(code), brotli: sizes.get(fileName) ?? 0, facadeModuleId, imports, dynamicImports },
    ]),
  );
}

/** @param {BundleRecord} record */
export async function writeBundleRecord(record) {
  await mkdir(cache, { recursive: true });
  await writeFile(path, JSON.stringify(record, null, 2));
}

/** @returns {Promise<BundleRecord>} */
export async function readBundleRecord() {
  return JSON.parse(await readFile(path, 'utf8'));
}
