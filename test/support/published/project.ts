import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from '../../../scripts/paths.js';

/** A project of somebody else, in a folder outside of this repository. */
export interface Project {
  folder: string;
  /** Runs a line of a shell, in which names of our packages stand for their tarballs. */
  run: (command: string) => Promise<void>;
  write: (path: string, content: string) => void;
  remove: () => void;
}

const packages = fromRoot('dist/packages');

/** The tarballs of `npm run pack`. */
export function tarballs(): string[] {
  return globSync('*.tgz', { cwd: packages }).map((file) => join(packages, file));
}

const ofServer = tarballs().filter((file) => file.includes('parvis-server-'));
const ofBrowser = tarballs().filter((file) => !ofServer.includes(file));

/** Asks nobody anything. */
const env = { ...process.env, NG_CLI_ANALYTICS: 'false' };

export function createProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-project-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('package.json', '{ "private": true, "type": "module" }\n');
  return {
    folder,
    write,
    async run(command) {
      // The loader needs the others, which npm would look for in its registry.
      const line = command
        .replace('@parvis/loader', ofBrowser.join(' '))
        .replace('@parvis/server', ofServer.join(' '))
        .replace('npm install', 'npm install --prefer-offline --no-audit --no-fund --ignore-scripts');
      await promisify(execFile)(line, { cwd: folder, env, shell: true, maxBuffer: 2 ** 26 }).catch((error: unknown) => {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`${command} failed:\n${stdout}\n${stderr}`, { cause: error });
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
