// Makes custom-elements.json and the page of each tag from the JSDoc of the elements: npm run docs [-- --check]
import './node-version.js';
// @ts-expect-error -- the analyzer declares no types for its command line
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { writeFresh } from './fresh-file.js';
import { fromRoot, root } from './paths.js';
import { tagPage } from './tag-page.js';

/** @type {import('custom-elements-manifest/schema.js').Package} */
const manifest = await cli({ argv: ['analyze'], cwd: root, noWrite: true });

const files = new Map([[fromRoot('custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`]]);
for (const { declarations = [] } of manifest.modules) {
  for (const declaration of declarations) {
    if (!('tagName' in declaration) || !declaration.tagName) continue;
    files.set(fromRoot(`docs/${declaration.tagName}.md`), tagPage(declaration));
  }
}

await writeFresh(files, 'npm run docs', { check: process.argv.includes('--check') });
