import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Writes a file that is made from the code or, with `--check` on the command line, says whether the one that is there
 * is as it would be made.
 *
 * @param path - From the root of the repository.
 * @param command - The npm command that makes it.
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
    process.stdout.write(`Brought up to date: ${path}.\n`);
  }
}
