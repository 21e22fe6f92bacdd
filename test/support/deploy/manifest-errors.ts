/* eslint-disable @typescript-eslint/no-explicit-any -- what a YAML file holds has no type */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

type Manifest = Record<string, any>;
interface Model {
  validate(): void;
}

/** In the tree, so that packages are found from there. */
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/**
 * What is wrong with manifests, by the schemas of Kubernetes: values by its OpenAPI schema, which lets unknown words
 * pass; unknown words by its types.
 */
export async function manifestErrors(manifests: Record<string, Manifest>): Promise<string[]> {
  const errors: string[] = [];
  for (const [file, manifest] of Object.entries(manifests)) {
    const models = (await import(`kubernetes-models/${manifest['apiVersion']}`)) as Record<
      string,
      new (manifest: Manifest) => Model
    >;
    try {
      new models[manifest['kind']]!(manifest).validate();
    } catch (error) {
      errors.push(`${file}: ${(error as Error).message}`);
    }
  }
  return [...errors, ...unknownWords(manifests)];
}

function unknownWords(manifests: Record<string, Manifest>): string[] {
  const folder = join(cache, `manifests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const files = Object.entries(manifests).map(([name, manifest]) => {
      const { apiVersion, kind } = manifest as { apiVersion: string; kind: string };
      const file = join(folder, `${name}.ts`);
      writeFileSync(
        file,
        `import type { I${kind} } from 'kubernetes-models/${apiVersion}';\nexport const manifest: I${kind} = ${JSON.stringify(manifest)};\n`,
      );
      return file;
    });
    const program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
