import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mayUse } from './sources.ts';

/** The first of these programs that is installed in a folder of PATH. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return installed(...names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/** The first of these files that is an installed program. */
export function installed(...files: string[]): string | undefined {
  return mayUse('installed') ? files.find(isExecutable) : undefined;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
