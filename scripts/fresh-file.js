import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { root } from './paths.js';

/**
 * Keeps committed files that are made from others in step with them.
 *
 * @param {Map<string, string | undefined>} files - What each file, by absolute path, ought to hold; nothing when there
 *   ought to be no such file.
 * @param {string} command - The npm command that generates them, for the error message.
 * @param {{ check: boolean }} options - With `check` nothing is written and a stale file is an error.
 */
export async function writeFresh(files, command, { check }) {
  const stale = [];
  for (const [path, content] of files) {
    const current = await readFile(path, 'utf8').catch(() => undefined);
    if (current === content) continue;
    stale.push(relative(root, path));
    if (check) continue;
    if (content === undefined) {
      await rm(path);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }

  if (check && stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run \`${command}\` and commit the result.`);
    process.exitCode = 1;
  } else if (stale.length > 0) {
    console.log(`Brought up to date: ${stale.join(', ')}.`);
  }
}
