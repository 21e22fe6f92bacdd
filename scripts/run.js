import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
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
  return ended(start(tool, args, { stdio: 'inherit', ...options }));
}

/**
 * The same, with all that it wrote, to either output.
 *
 * @param {string} tool
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(line: string) => void} [onLine] - Gets each line as it comes.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function outcome(tool, args, options = {}, onLine) {
  const child = start(tool, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    if (onLine) createInterface({ input: stream }).on('line', onLine);
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await ended(child);
  // What is left of it may come a moment later; a process that it has left behind may hold on to its output for ever.
  await Promise.race([closed, delay(2_000, undefined, { ref: false })]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { code, output };
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function start(tool, args, options) {
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, ...options.env, PATH };
  const shell = process.platform === 'win32';
  return spawn(tool, args, { cwd: root, shell, ...options, env });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
