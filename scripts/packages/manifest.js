import { readFile } from 'node:fs/promises';
import { fromRoot } from '../paths.js';

/** @typedef {import('custom-elements-manifest/schema.js').Package} Manifest */
/** @typedef {import('custom-elements-manifest/schema.js').CustomElement} Element */

/** @returns {Promise<Manifest>} That of all packages, from `npm run docs`. */
export async function wholeManifest() {
  return JSON.parse(await readFile(fromRoot('custom-elements.json'), 'utf8'));
}

/**
 * The part of the manifest that is about one package, with the compiled files of that package for its sources.
 *
 * @param {string} name - Of its folder in `packages/`.
 * @returns {Promise<Manifest>}
 */
export async function manifestOf(name) {
  const whole = await wholeManifest();
  const own = { ...whole, modules: whole.modules.filter(({ path }) => path.startsWith(`packages/${name}/`)) };
  return JSON.parse(JSON.stringify(own).replaceAll(/"packages\/[\w-]+\/src\/([\w/-]+)\.ts"/g, '"dist/$1.js"'));
}

/**
 * The tags that embedders write, with the package of each; the others are parts of those.
 *
 * @returns {Promise<(Element & { tagName: string, package: string })[]>}
 */
export async function embeddersTags() {
  const loaded = await readFile(fromRoot('packages/loader/src/tags.ts'), 'utf8');
  const tags = new Set(Array.from(loaded.matchAll(/'(parvis-[a-z-]+)':/g), ([, tag]) => tag));
  const { modules } = await wholeManifest();
  return modules.flatMap(({ path, declarations = [] }) =>
    declarations.flatMap((declaration) => {
      const element = /** @type {Element} */ (declaration);
      const { tagName } = element;
      return tagName && tags.has(tagName) ? [{ ...element, tagName, package: `@parvis/${path.split('/')[1]}` }] : [];
    }),
  );
}
