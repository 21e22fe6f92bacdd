import { basename } from 'node:path';

/**
 * What the graph of chunks says of one.
 *
 * @typedef {object} Chunk
 * @property {string[]} tags - The tags that the loader gets from it.
 * @property {string | undefined} language - Of a chunk that holds texts: `fr` for one made from `strings/fr.js`.
 * @property {string[]} imports - What it cannot run without.
 * @property {string[]} dynamicImports - What it may ask for later.
 */

/**
 * @param {Record<string, import('rollup').RenderedChunk>} chunks
 * @param {import('rollup').GetModuleInfo} getModuleInfo
 * @returns {Record<string, Chunk>}
 */
export function chunkGraph(chunks, getModuleInfo) {
  return Object.fromEntries(
    Object.values(chunks).map(({ fileName, moduleIds, imports, dynamicImports }) => {
      const tags = moduleIds.filter((id) => isWidget(id, getModuleInfo)).map((id) => basename(id, '.js'));
      const lazy = moduleIds.filter((id) => getModuleInfo(id)?.dynamicImporters.length);
      const language = lazy.map((id) => /[/\\]strings[/\\]([\w-]+)\.js$/.exec(id)?.[1]).find(Boolean);
      return [fileName, { tags, language, imports, dynamicImports }];
    }),
  );
}

/**
 * The file named as the tag registers the tag. Those of parts that a widget imports for itself are no business of ours.
 *
 * @param {string} id
 * @param {import('rollup').GetModuleInfo} getModuleInfo
 */
function isWidget(id, getModuleInfo) {
  const importers = getModuleInfo(id)?.dynamicImporters ?? [];
  return basename(id).startsWith('parvis-') && importers.some((importer) => /[/\\]loader[/\\]/.test(importer));
}

/**
 * The languages that have texts of their own to load.
 *
 * @param {Record<string, Chunk>} chunks
 */
export function languages(chunks) {
  return new Set(Object.values(chunks).flatMap(({ language }) => language ?? []));
}

/**
 * Files and all that they import statically.
 *
 * @param {Record<string, Chunk>} chunks
 * @param {string[]} files
 */
export function staticGraph(chunks, files) {
  return walk(files, (file) => chunks[file]?.imports ?? []);
}

/**
 * Files and all that they may ever import. Texts in other languages are left out.
 *
 * @param {Record<string, Chunk>} chunks
 * @param {string[]} files
 */
export function fullGraph(chunks, files) {
  return walk(files, (file) => {
    const { imports = [], dynamicImports = [] } = chunks[file] ?? {};
    return [...imports, ...dynamicImports.filter((lazy) => !chunks[lazy]?.language)];
  });
}

/**
 * The texts in a language that a set of files may import.
 *
 * @param {Record<string, Chunk>} chunks
 * @param {Iterable<string>} files
 * @param {string} language
 */
export function cataloguesOf(chunks, files, language) {
  const lazy = [...files].flatMap((file) => chunks[file]?.dynamicImports ?? []);
  return new Set(lazy.filter((file) => chunks[file]?.language === language));
}

/**
 * @param {string[]} starts
 * @param {(file: string) => string[]} next
 */
function walk(starts, next) {
  const seen = new Set(starts);
  for (const file of seen) for (const found of next(file)) seen.add(found);
  return seen;
}
