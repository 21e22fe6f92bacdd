import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { writeBundleRecord } from '../bundle-record.js';
import { chunkGraph, staticGraph } from '../chunk-graph.js';

const compressors = {
  br: (/** @type {string} */ code) =>
    promisify(brotliCompress)(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gz: (/** @type {string} */ code) => promisify(gzip)(code, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * What is done once the bundle is written: compressed copies beside each file, files of former builds removed, and a
 * record of what needs what for `npm run size`.
 *
 * @returns {import('rollup').Plugin}
 */
export function finish() {
  return {
    name: 'parvis-finish',
    generateBundle(_options, bundle) {
      // A page may ask for `parvis.js?v=2`: a chunk that imports `parvis.js` would then start a second loader.
      for (const { fileName, type, ...chunk } of Object.values(bundle)) {
        if (type === 'chunk' && 'imports' in chunk && chunk.imports.includes('parvis.js')) {
          this.error(`${fileName} imports parvis.js. Give what they share to the chunk \`core\` in rollup.config.js.`);
        }
      }
      // Of two chunks that import each other one runs before what it needs is there.
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const byName = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk]));
      const graph = chunkGraph(byName, this.getModuleInfo);
      for (const { fileName, imports } of chunks) {
        const back = imports.find((file) => staticGraph(graph, [file]).has(fileName));
        if (back) {
          const modules = [fileName, back].map((file) => byName[file]?.moduleIds.slice(0, 3).join(', '));
          this.error(`Two chunks import each other: ${modules.join(' | ')} …. Name one for them in chunk-names.js.`);
        }
      }
    },
    async writeBundle({ dir = '' }, bundle) {
      const written = new Set(Object.keys(bundle));
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const graph = chunkGraph(Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk])), this.getModuleInfo);
      /** @type {import('../bundle-record.js').BundleRecord} */
      const record = {};
      for (const { fileName, code, modules } of chunks) {
        const included = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
        const entry = { size: Buffer.byteLength(code), brotli: 0, modules: included.map(([id]) => id) };
        for (const [extension, compress] of Object.entries(compressors)) {
          const compressed = await compress(code);
          await writeFile(join(dir, `${fileName}.${extension}`), compressed);
          written.add(`${fileName}.${extension}`);
          if (extension === 'br') entry.brotli = compressed.length;
        }
        const node = graph[fileName];
        if (node) record[fileName] = { ...node, ...entry };
      }

      await writeBundleRecord(record);
      for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
          .slice(dir.length + 1)
          .replaceAll('\\', '/');
        if (entry.isFile() && !written.has(file)) await rm(join(dir, file));
      }
    },
  };
}
