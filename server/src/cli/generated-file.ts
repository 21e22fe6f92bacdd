import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Writes a generated file or, with `--check` on the command line, checks whether the existing one is up to date.
 *
 * @param path - Relative to the root of the repository.
 * @param command - The npm command that generates it.
 */
export async function writeGenerated(path: string, content: string, command: string): Promise<void> {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const present = await readFile(file, 'utf8').catch(() => null);
  if (present === content) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`Out of date: ${path}. Run \`${command}\` and commit the result.\n`);
    process.exitCode = 1;
  } else {
    await writeFile(file, content);
    process.stdout.write(`Updated: ${path}.\n`);
  }
}
