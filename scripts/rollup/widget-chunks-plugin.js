import MagicString from 'magic-string';
import { catalogueLanguage, cataloguesOf, staticGraph, tagOf } from '../chunk-graph.js';

const name = 'virtual:parvis-chunks';
const resolved = `\0${name}`;
const token = '__PARVIS_WIDGET_CHUNKS__';

/**
 * Tells the loader, as the module `virtual:parvis-chunks`, which chunks each widget needs, so that it can ask for all of
 * them at once instead of finding them out one import after the other:
 *
 * - default: `{ 'parvis-like-button': ['chunks/…'] }`, what the tag cannot run without, named relative to `parvis.js`;
 * - `catalogues`: `{ fr: { 'parvis-like-button': ['chunks/…'] } }`, its texts in other languages.
 *
 * The names are put in while chunks still have placeholders for hashes, so that Rollup puts the hashes in itself.
 *
 * @returns {import('rollup').Plugin}
 */
export function widgetChunks() {
  return {
    name: 'parvis-widget-chunks',
    resolveId: (source) => (source === name ? resolved : null),
    load: (id) => (id === resolved ? `const [m, catalogues] = ${token}; export { m as default, catalogues };` : null),
    renderChunk(code, chunk, _options, { chunks }) {
      const start = code.indexOf(token);
      if (start < 0) return null;

      const maps = [modulesByTag(chunks, chunk.fileName), cataloguesByLanguage(chunks, chunk.fileName)];
      const source = new MagicString(code).update(start, start + token.length, JSON.stringify(maps));
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}

/**
 * @param {Record<string, import('rollup').RenderedChunk>} chunks
 * @param {string} loader - File name of the chunk that is on the page already.
 */
function modulesByTag(chunks, loader) {
  const loaded = staticGraph(chunks, [loader]);
  /** @type {Record<string, string[]>} */
  const modules = {};
  for (const file of chunks[loader]?.dynamicImports ?? []) {
    const tag = chunks[file] && tagOf(chunks[file]);
    if (tag) modules[tag] = [...staticGraph(chunks, [file])].filter((needed) => !loaded.has(needed));
  }
  return modules;
}

/**
 * @param {Record<string, import('rollup').RenderedChunk>} chunks
 * @param {string} loader
 */
function cataloguesByLanguage(chunks, loader) {
  const languages = new Set(Object.values(chunks).flatMap((chunk) => catalogueLanguage(chunk) ?? []));
  const tags = Object.entries(modulesByTag(chunks, loader));
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      Object.fromEntries(tags.map(([tag, modules]) => [tag, [...cataloguesOf(chunks, modules, language)]])),
    ]),
  );
}
