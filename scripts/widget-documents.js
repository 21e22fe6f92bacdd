// Finds the operations of the widgets as they travel, so that the server knows them.
import { readdir, readFile } from 'node:fs/promises';
import { stripIgnoredCharacters } from 'graphql';
import { graphql } from '../packages/core/src/graphql/graphql.ts';
import { fromRoot } from './paths.js';

/** Where the server finds them. */
export const widgetDocumentsFile = fromRoot('server/src/widget-documents.json');

/** @typedef {{ file: string, name: string, source: string, fragments: string[] }} Definition */

const definition = /\bconst (\w+) = graphql\(\s*`([^`]*)`(?:,\s*\[([^\]]*)\])?/g;

/** The texts of all operations in `packages/`, in the order of the alphabet, as a JSON array. */
export async function widgetDocuments() {
  /** @type {Definition[]} */
  const found = [];
  for (const file of await sources()) {
    const text = await readFile(file, 'utf8');
    for (const [, name = '', source = '', fragments = ''] of text.matchAll(definition)) {
      found.push({ file, name, source, fragments: fragments.split(',').flatMap((word) => word.trim() || []) });
    }
  }
  const operations = found.filter(({ source }) => !/^\s*fragment\b/.test(source));
  if (operations.length === 0) throw new Error('No operation was found in packages/.');
  const texts = operations.map((operation) => textOf(operation, found)).sort();
  return `${JSON.stringify(texts, null, 2)}\n`;
}

async function sources() {
  const entries = await readdir(fromRoot('packages'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\/src(?:\/|$)/.test(entry.parentPath) && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/**
 * A document with its fragments, as the build leaves it and `graphql` joins it.
 *
 * @param {Definition} definition
 * @param {Definition[]} all
 * @returns {string}
 */
function textOf({ file, source, fragments }, all) {
  const texts = fragments.map((name) => {
    const named = all.filter((other) => other.name === name);
    const meant = named.find((other) => other.file === file) ?? named[0];
    if (!meant || (meant.file !== file && named.length > 1)) throw new Error(`Which ${name} does ${file} mean?`);
    return textOf(meant, all);
  });
  const join = /** @type {(source: string, fragments: string[]) => unknown} */ (/** @type {unknown} */ (graphql));
  return String(join(stripIgnoredCharacters(source), texts));
}
