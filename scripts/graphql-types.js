// Makes the types of the GraphQL contract that gql.tada reads, and the list of the widgets' operations that the server
// knows: npm run graphql-types [-- --check]
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateOutput } from '@gql.tada/cli-utils';
import { writeFresh } from './fresh-file.js';
import { fromRoot } from './paths.js';
import { widgetDocuments, widgetDocumentsFile } from './widget-documents.js';

const target = fromRoot('packages/core/src/graphql/introspection.ts');

const directory = await mkdtemp(join(tmpdir(), 'parvis-graphql-types-'));
try {
  const content = asModule(await generate(directory));
  const files = new Map([
    [target, content],
    [widgetDocumentsFile, await widgetDocuments()],
  ]);
  await writeFresh(files, 'npm run graphql-types', { check: process.argv.includes('--check') });
} finally {
  await rm(directory, { recursive: true });
}

/** @param {string} directory */
async function generate(directory) {
  const tsconfig = join(directory, 'tsconfig.json');
  const output = join(directory, 'introspection.d.ts');
  const plugin = { name: 'gql.tada/ts-plugin', schema: fromRoot('schema.graphql'), tadaOutputLocation: output };
  await writeFile(tsconfig, JSON.stringify({ compilerOptions: { plugins: [plugin] } }));
  await generateOutput({ output, tsconfig, silent: true });
  return readFile(output, 'utf8');
}

/**
 * As a module instead of a declaration file, because tsc copies no `.d.ts` to dist, where the other packages look. The
 * global set-up at its end would be a second way to name the schema; `initGraphQLTada` is the one that we use.
 *
 * @param {string} declarations
 */
function asModule(declarations) {
  const types = declarations.slice(declarations.indexOf('export type'), declarations.indexOf('import * as gqlTada'));
  const withoutRemarks = types.replace(/\/\*\*[^]*?\*\/\n/g, '').trim();
  return `// Made from schema.graphql by \`npm run graphql-types\`.\n\n${withoutRemarks}\n`;
}
