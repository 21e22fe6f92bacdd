// Finds the operations of the widgets as they travel, so that the server knows them, and what stands for them in the bundle.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { getOperationAST, parse, stripIgnoredCharacters } from 'graphql';
import { extend, graphql, PART } from '../packages/core/src/graphql/graphql.ts';
import { fromRoot } from './paths.js';

/** Where the server finds them. */
export const widgetDocumentsFile = fromRoot('server/src/graphql/widget-documents.json');

/** @typedef {{ file: string, name: string, source: string, fragments: string[] }} Definition */
/** @typedef {{ file: string, name: string, id: string, text: string }} WidgetDocument - `file` is its source, `name` its constant */

/** A constant that is a document, in TypeScript and in what becomes of it. */
export const definition = /\bconst (\w+) = graphql\(\s*`([^`]*)`(?:,\s*\[([^\]]*)\])?\s*,?\s*\)/g;

/** All operations in `packages/`. @returns {Promise<WidgetDocument[]>} */
export async function findWidgetDocuments() {
  /** @type {Definition[]} */
  const found = [];
  for (const file of await sources()) {
    const text = await readFile(file, 'utf8');
    for (const [, name = '', source = '', fragments = ''] of text.matchAll(definition)) {
      found.push({ file, name, source, fragments: fragments.split(',').flatMap((word) => word.trim() || []) });
    }
  }
  const operations = found.filter(({ source }) => !isFragment(source));
  if (operations.length === 0) throw new Error('No operation was found in packages/.');
  const parts = found.filter(({ source }) => PART.test(source)).map((part) => textOf(part, found));
  return operations.map((operation) => {
    const text = withParts(textOf(operation, found), parts);
    return { file: operation.file, name: operation.name, id: idOf(text), text };
  });
}

/** What the server knows: the texts by their ids, as JSON. */
export async function widgetDocuments() {
  const documents = await findWidgetDocuments();
  const entries = documents
    .map(({ id, text }) => [id, text])
    .sort(([, one = ''], [, other = '']) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/**
 * What stands for a document where its text is not: enough for graphql-request to know its kind and name by, and its id.
 *
 * @param {WidgetDocument} document
 */
export function standIn({ id, text }) {
  const operation = getOperationAST(parse(text));
  return `${operation?.operation} ${operation?.name?.value}@${id}`;
}

/** @param {string} source */
export function isFragment(source) {
  return /^\s*fragment\b/.test(source);
}

/** @param {string} text */
function idOf(text) {
  return createHash('sha256').update(text).digest('base64url').slice(0, 11);
}

/**
 * A document with what packages ask in addition, which may itself have room for more.
 *
 * @param {string} text
 * @param {string[]} parts
 * @returns {string}
 */
function withParts(text, parts) {
  const wanted = parts.filter((part) => text.includes(`fragment ${PART.exec(part)?.[2]} on `));
  if (wanted.length === 0) return text;
  const rest = parts.filter((part) => !wanted.includes(part));
  return withParts(extend(text, wanted), rest);
}

async function sources() {
  const entries = await readdir(fromRoot('packages'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\/src(?:\/|$)/.test(entry.parentPath) && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/**
 * A document with its fragments, as `graphql` joins it.
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
