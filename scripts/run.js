import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './paths.js';

/**
 * Runs one of the tools in node_modules under this very Node, output to ours; ends this process when it fails.
 *
 * @param {string} tool
 * @param {string[]} args
 */
export async function run(tool, args) {
  const code = await exitCode(tool, args);
  if (code !== 0) process.exit(code);
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export function exitCode(tool, args, options = {}) {
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, ...options.env, PATH };
  const shell = process.platform === 'win32';
  const child = spawn(tool, args, { cwd: root, stdio: 'inherit', shell, ...options, env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
