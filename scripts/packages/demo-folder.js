import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { fromRoot } from '../paths.js';

/**
 * Puts the demo together as it comes with the server: compiled as the server is, whose code is beside it.
 *
 * @param {string} folder
 */
export async function stageDemo(folder) {
  for (const part of ['site', 'content']) await cp(fromRoot('demo', part), join(folder, part), { recursive: true });
  const seed = fromRoot('demo/seed');
  for await (const file of glob('**/*.ts', { cwd: seed })) {
    const target = join(folder, 'seed', file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, compiled(await readFile(join(seed, file), 'utf8')));
  }
}

/** @param {string} source */
function compiled(source) {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2024,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText.replaceAll('../server/src/', '../dist/');
}
