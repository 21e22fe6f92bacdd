import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the demo's people are and say: not code, and written by whoever writes. */
const folder = join(import.meta.dirname, '../content');

export function readContent(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** The files of a folder, by their names. */
export function filesIn(name: string): string[] {
  return globSync(`${name}/*`, { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
