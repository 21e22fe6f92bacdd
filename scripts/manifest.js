// Makes custom-elements.json and the page of each tag from the JSDoc of the elements: npm run docs [-- --check]
import './node-version.js';
import { glob, readFile } from 'node:fs/promises';
// @ts-expect-error -- the analyzer declares no types for its command line
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { writeFresh } from './fresh-file.js';
import { fromRoot, root } from './paths.js';
import { tagPage } from './tag-page.js';

/** @type {import('custom-elements-manifest/schema.js').Package} */
const manifest = await cli({ argv: ['analyze'], cwd: root, noWrite: true });

/** The tags that embedders write; the others are parts of those. */
const loaded = await readFile(fromRoot('packages/loader/src/tags.ts'), 'utf8');
const tags = new Set(Array.from(loaded.matchAll(/'(parvis-[a-z-]+)':/g), ([, tag]) => tag));

/** @type {Map<string, string | undefined>} */
const files = new Map([[fromRoot('custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`]]);
for await (const page of glob('docs/parvis-*.md', { cwd: root })) files.set(fromRoot(page), undefined);
for (const { declarations = [] } of manifest.modules) {
  for (const declaration of declarations) {
    const element = /** @type {Partial<import('./tag-page.js').Element>} */ (declaration);
    if (tags.has(element.tagName)) files.set(fromRoot(`docs/${element.tagName}.md`), tagPage(element));
  }
}

await writeFresh(files, 'npm run docs', { check: process.argv.includes('--check') });
