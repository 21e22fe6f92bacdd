import { basename } from 'node:path';

/**
 * What the functions here read of a chunk: Rollup's own objects and our records of them have it.
 *
 * @typedef {object} Chunk
 * @property {string | null} facadeModuleId
 * @property {string[]} imports
 * @property {string[]} dynamicImports
 */

/**
 * The tag that a chunk registers, if it does: the file named as the tag registers the tag.
 *
 * @param {Chunk} chunk
 */
export function tagOf({ facadeModuleId }) {
  const file = facadeModuleId ? basename(facadeModuleId, '.js') : '';
  return file.startsWith('parvis-') ? file : undefined;
}

/**
 * The language of a chunk that holds texts: `fr` for one made from `strings/fr.js`.
 *
 * @param {Chunk | undefined} chunk
 */
export function catalogueLanguage(chunk) {
  return /[/\\]strings[/\\]([\w-]+)\.js$/.exec(chunk?.facadeModuleId ?? '')?.[1];
}

/**
 * The languages that have texts of their own to load.
 *
 * @param {Record<string, Chunk>} chunks
 */
export function languages(chunks) {
  return new Set(Object.values(chunks).flatMap((chunk) => catalogueLanguage(chunk) ?? []));
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
    return [...imports, ...dynamicImports.filter((lazy) => !catalogueLanguage(chunks[lazy]))];
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
  return new Set(lazy.filter((file) => catalogueLanguage(chunks[file]) === language));
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
