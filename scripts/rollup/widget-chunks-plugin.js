import MagicString from 'magic-string';
import { chunkGraph, cataloguesOf, languages, staticGraph } from '../chunk-graph.js';

const table = /[/\\]loader[/\\]dist[/\\]chunks\.js$/;
const token = '__PARVIS_WIDGET_CHUNKS__';

/**
 * Tells the loader, in place of the empty table of its `chunks.ts`, which chunks each widget needs, so that it can ask for
 * all of them at once instead of finding them out one import after the other: the hashes of what the tag cannot run without,
 * one after the other, and after a colon those of its texts in French.
 *
 * They are put in while chunks still have placeholders for hashes, so that Rollup puts the hashes in itself.
 *
 * @returns {import('rollup').Plugin}
 */
export function widgetChunks() {
  return {
    name: 'parvis-widget-chunks',
    transform: (_code, id) => (table.test(id) ? { code: `export const chunks = ${token};`, map: null } : null),
    renderChunk(code, chunk, _options, { chunks }) {
      const start = code.indexOf(token);
      if (start < 0) return null;

      const map = JSON.stringify(chunksByTag(chunkGraph(chunks, this.getModuleInfo), chunk.fileName));
      const source = new MagicString(code).update(start, start + token.length, map);
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}

/**
 * @param {Record<string, import('../chunk-graph.js').Chunk>} chunks
 * @param {string} loader - File name of the chunk that is on the page already.
 */
function chunksByTag(chunks, loader) {
  // It asks for the code of core by itself.
  const core = (chunks[loader]?.dynamicImports ?? []).filter((file) => !chunks[file]?.tags.length);
  const loaded = staticGraph(chunks, [loader]);
  /** @type {Record<string, string>} */
  const map = {};
  // In the order of the loader, where the same hashes follow each other: that compresses better.
  for (const file of chunks[loader]?.dynamicImports ?? []) {
    const { tags = [] } = chunks[file] ?? {};
    const modules = [...staticGraph(chunks, [file])].filter((module) => !loaded.has(module));
    for (const tag of tags) {
      const own = modules.filter((module) => !core.includes(module));
      const texts = [...languages(chunks)].map((language) => [...cataloguesOf(chunks, modules, language)]);
      map[tag] = [own, ...texts].map(hashesOf).join(':');
    }
  }
  return map;
}

/**
 * `chunks/<hash>.js` without what is the same in all: every page loads the table.
 *
 * @param {string[]} files
 */
function hashesOf(files) {
  return files.map((file) => file.replace(/^chunks\/|\.js$/g, '')).join('');
}
